import { readFileSync } from 'node:fs';
import process from 'node:process';
import { kubectl } from '../cluster/kubectl.ts';
import { clusterPaths } from '../cluster/paths.ts';
import { isAlive } from '../cluster/process-identity.ts';
import { liveRecord, readRecord } from '../testbed/record.ts';
import type { CommandOptions } from './options.ts';
import { table } from './table.ts';

/** @returns after printing; the exit code is 3 when nothing runs, as init scripts have it. */
export async function status({ home }: CommandOptions): Promise<void> {
  const record = liveRecord(home);
  if (!record) {
    const killed = readRecord(home) ? ' The last one was killed: "testbed down" clears up after it.' : '';
    process.stdout.write(`No testbed runs with the home ${home}.${killed}\n`);
    process.exitCode = 3;
    return;
  }
  const lines = [
    `Testbed of ${home}: ${record.phase} since ${record.since}, front port ${record.port}, process ${record.supervisor.pid}.`,
    '',
    ...table([
      ['PROCESS', 'PID', 'STATE', 'RSS', 'LOG'],
      ...record.processes.map((one) => {
        return [one.name, String(one.pid), isAlive(one) ? 'running' : 'ended', residentSize(one.pid), one.logFile];
      }),
    ]),
    '',
    ...table(record.places.map(({ what, where }) => [what, where])),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  for (const name of ['demo', 'second']) {
    const kubeconfigPath = clusterPaths(home, name).adminKubeconfig;
    if (!record.places.some(({ where }) => where === kubeconfigPath)) continue;
    const answer = await kubectl({ kubeconfigPath }, ['get', 'nodes', '--request-timeout=5s']).catch(
      (error: Error) => error.message,
    );
    process.stdout.write(`\n${name}:\n${answer}`);
  }
}

/** Of the process itself or, for one inside a node, of the program that nsenter waits for. */
function residentSize(pid: number): string {
  try {
    const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    const command = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    const measured = child && ['nsenter', 'unshare'].includes(command) ? child : pid;
    const kib = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${measured}/status`, 'utf8'))?.[1];
    return `${Math.round(Number(kib) / 1024)} MB`;
  } catch {
    return '-';
  }
}
