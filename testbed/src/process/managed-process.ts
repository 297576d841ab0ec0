import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ProcessSpec {
  /** Short name for progress lines and errors: `loki`, `etcd`. */
  readonly name: string;
  readonly command: string;
  readonly args?: readonly string[];
  readonly env?: Record<string, string | undefined>;
  readonly cwd?: string;
  /** Run as this user; only root may ask for it. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
  /** Standard output and error are appended here; the folder is made. */
  readonly logFile: string;
  /** Polled every 200 ms until it answers true; a throw counts as false. */
  readonly ready?: () => Promise<boolean>;
  /** For a program without an address to ask: ready when this text appears in its log. */
  readonly readyText?: string;
  readonly readyTimeoutMs?: number;
  readonly stopSignal?: NodeJS.Signals;
  /** After this long without an exit the process is killed. */
  readonly stopTimeoutMs?: number;
}

export interface ManagedProcess {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Resolves when the process has ended, wanted or not. */
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  running(): boolean;
  /** Ends this process by its id and waits until it is gone. Safe to call twice. */
  stop(): Promise<void>;
}

/** Starts one program, waits until it is ready, and throws with the end of its log when it is not. */
export async function startProcess(spec: ProcessSpec): Promise<ManagedProcess> {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a');
  const logStart = fstatSync(log).size;
  const child = spawn(spec.command, spec.args ?? [], {
    cwd: spec.cwd,
    // Next's types, where its application's tests start processes, want NODE_ENV in every environment.
    env: (spec.env ?? process.env) as NodeJS.ProcessEnv,
    ...spec.account,
    stdio: ['ignore', log, log],
    // A group of its own, so that Ctrl-C in a terminal reaches the supervisor first and the order of stopping is ours.
    detached: true,
  });
  closeSync(log);
  const managed = manage(spec, child);
  await waitUntilReady({ ...spec, ready: readiness(spec, logStart) }, managed).catch(async (error: unknown) => {
    await managed.stop();
    throw error;
  });
  return managed;
}

function manage(spec: ProcessSpec, child: ChildProcess): ManagedProcess {
  let ended = false;
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('error', () => {
      ended = true;
      resolve({ code: null, signal: null });
    });
    child.once('exit', (code, signal) => {
      ended = true;
      resolve({ code, signal });
    });
  });
  const stop = async () => {
    if (ended || child.pid === undefined) return;
    child.kill(spec.stopSignal ?? 'SIGTERM');
    const gone = await Promise.race([
      exited.then(() => true),
      sleep(spec.stopTimeoutMs ?? 10_000, false, { ref: false }),
    ]);
    if (!gone) child.kill('SIGKILL');
    await exited;
  };
  return { name: spec.name, pid: child.pid ?? -1, logFile: spec.logFile, exited, running: () => !ended, stop };
}

function readiness({ ready, readyText, logFile }: ProcessSpec, logStart: number): () => Promise<boolean> {
  if (ready) return ready;
  if (readyText === undefined) return async () => true;
  return async () => (await readFile(logFile)).subarray(logStart).includes(readyText);
}

async function waitUntilReady(spec: ProcessSpec, managed: ManagedProcess): Promise<void> {
  const timeout = spec.readyTimeoutMs ?? 60_000;
  const deadline = Date.now() + timeout;
  for (;;) {
    if (!managed.running()) {
      throw new Error(`${spec.name} ended at once (${spec.command}). End of ${spec.logFile}:\n${tail(spec.logFile)}`);
    }
    if (!spec.ready || (await spec.ready().catch(() => false))) return;
    if (Date.now() > deadline) {
      throw new Error(
        `${spec.name} was not ready after ${timeout / 1000} s. End of ${spec.logFile}:\n${tail(spec.logFile)}`,
      );
    }
    await sleep(200);
  }
}

/** The last lines of a log, for messages: at most 4 KiB are read. */
export function tail(file: string, lines = 15): string {
  try {
    const size = statSync(file).size;
    if (size <= 4096) return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
    const buffer = Buffer.alloc(4096);
    const handle = openSync(file, 'r');
    readSync(handle, buffer, 0, 4096, size - 4096);
    closeSync(handle);
    return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '(no log)';
  }
}

/** A readiness probe: true once the address answers with a status below 400. */
export function answers(url: string, init?: RequestInit): () => Promise<boolean> {
  return async () => {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.status < 400;
  };
}
