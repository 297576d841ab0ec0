import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { identify } from '../cluster/process-identity.ts';
import type { ManagedProcess } from '../process/managed-process.ts';
import { grafana } from '../testbed/grafana.ts';
import { liveRecord, removeRecord, supervisorLog, writeRecord } from '../testbed/record.ts';
import { seedStores } from '../testbed/seed-stores.ts';
import { startTestbed } from '../testbed/start-testbed.ts';
import { follow } from './follow.ts';
import type { CommandOptions } from './options.ts';

function say(text: string): void {
  process.stdout.write(`[${process.uptime().toFixed(1).padStart(6)} s] ${text}\n`);
}

/** In the foreground, until a signal or until starting fails. */
export async function up({ home, port, second }: CommandOptions): Promise<void> {
  refuseTwice(home);
  const interrupted = new AbortController();
  const signalled = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        // Impatience: every child asked the kernel to be ended with this process.
        if (interrupted.signal.aborted) process.exit(130);
        say(`${name}: stopping; once more to end everything at once`);
        interrupted.abort(new Error('Interrupted.'));
        resolve();
      });
    }
  });
  writeRecord(home, { phase: 'starting', port, places: [], processes: [] });
  try {
    const { signal } = interrupted;
    const testbed = await startTestbed({
      home,
      port,
      second,
      onProgress: say,
      signal,
      companions: [seedStores, grafana],
    });
    const { places, processes } = testbed;
    writeRecord(home, { phase: 'ready', port, places, processes: recorded(processes) });
    for (const { what, where } of places) say(`${what}: ${where}`);
    say('The testbed is ready.');
    watch(processes, signal);
    await signalled;
    await testbed.stop();
  } finally {
    removeRecord(home);
  }
  say('Stopped.');
  // Images may still be waiting for a build: nobody wants them any more.
  process.exit(0);
}

/** The same in a process of its own; returns when it is ready. */
export async function upDetached({ home, port, second }: CommandOptions): Promise<void> {
  refuseTwice(home);
  mkdirSync(home, { recursive: true });
  const file = supervisorLog(home);
  writeFileSync(file, '');
  const log = openSync(file, 'a');
  const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
  const args = [cli, 'up', `--home=${home}`, `--port=${port}`, ...(second ? [] : ['--no-second'])];
  const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  const printed = follow(file, (text) => process.stdout.write(text));
  while (!ended && liveRecord(home)?.phase !== 'ready') await sleep(200);
  await sleep(100);
  printed.stop();
  if (ended) throw new Error(`The testbed did not start; all it said is in ${file}.`);
  child.unref();
  process.stdout.write(`It runs on in process ${child.pid}; its log is ${file}. "testbed down" ends it.\n`);
}

function refuseTwice(home: string): void {
  const record = liveRecord(home);
  if (record) throw new Error(`A testbed with this home runs already (process ${record.supervisor.pid}): ${home}`);
}

function watch(processes: readonly ManagedProcess[], stopping: AbortSignal): void {
  for (const { name, logFile, exited } of processes) {
    void exited.then(({ code, signal }) => {
      if (!stopping.aborted) say(`${name} ended unexpectedly (${signal ?? code}); its log is ${logFile}`);
    });
  }
}

const recorded = (processes: readonly ManagedProcess[]) =>
  processes.flatMap(({ name, pid, logFile }) => {
    const identity = identify(pid);
    return identity ? [{ name, logFile, ...identity }] : [];
  });
