import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Processor time of a process and its children so far, all threads, in microseconds (from /proc/…/schedstat). */
export function cpuMicroseconds(pid: number): number {
  return [pid, ...childrenOf(pid)].map(ownCpu).reduce((sum, one) => sum + one, 0);
}

function ownCpu(pid: number): number {
  return readdirSync(`/proc/${pid}/task`)
    .map((task) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]) / 1_000)
    .reduce((sum, one) => sum + one, 0);
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) => {
    const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    return children.flatMap((child) => [child, ...childrenOf(child)]);
  });
}

/** Ties all threads of a running process to one processor. */
export function pin(pid: number, processor: number): void {
  execFileSync('taskset', ['-a', '-p', '-c', String(processor), String(pid)], { stdio: 'ignore' });
}

/** Command line that starts a program tied to one processor. */
export function pinned(processor: number, command: string, args: readonly string[]) {
  return { command: 'taskset', args: ['-c', String(processor), command, ...args] };
}
