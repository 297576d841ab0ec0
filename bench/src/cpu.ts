import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';

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

/**
 * Lets a running process and its children go before whatever else the machine is doing (real-time scheduling), so that
 * waiting for a neighbour is not taken for its own doing. Only for loads that leave the machine nearly idle.
 */
export function prefer(pid: number): void {
  for (const one of [pid, ...childrenOf(pid)]) {
    try {
      execFileSync('chrt', ['-a', '-r', '-p', '1', String(one)], { stdio: 'ignore' });
    } catch {
      // Only root may. The measurement is the same, but for its noise.
    }
  }
}

/**
 * Keeps the processors from going to sleep in pauses (the kernel's "PM QoS" interface) until the returned function is
 * called: what is left of a latency is what programs do, without what this machine takes to wake up.
 *
 * @throws where the machine has no such interface, or the caller is not root.
 */
export function keepAwake(): () => void {
  const file = openSync('/dev/cpu_dma_latency', 'w');
  // Microseconds, as a 32-bit number.
  writeSync(file, new Uint8Array(4));
  return () => closeSync(file);
}

/** Command line that starts a program tied to one processor. */
export function pinned(processor: number, command: string, args: readonly string[]) {
  return { command: 'taskset', args: ['-c', String(processor), command, ...args] };
}

/** Processor time that all processes of the machine have used so far, in microseconds, on all processors. */
function busyMicroseconds(): number {
  const [, ...fields] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = fields.map(Number);
  // Counted in hundredths of a second.
  return (user + nice + system + irq + softirq) * 10_000;
}

/**
 * Runs a measurement and says which share of the machine somebody else used meanwhile. Neighbours cost a program
 * processor time of its own, by caches and by smaller batches of work.
 */
export async function withNoise<Result>(ours: readonly number[], work: () => Promise<Result>) {
  const own = () => ours.reduce((sum, pid) => sum + cpuMicroseconds(pid), 0);
  const before = { busy: busyMicroseconds(), own: own(), at: performance.now() };
  const result = await work();
  const others = busyMicroseconds() - before.busy - (own() - before.own);
  const elapsed = (performance.now() - before.at) * 1_000;
  return { result, noise: Math.max(0, others / (elapsed * cpus().length)) };
}

/** Repeats a measurement that was disturbed, a few times at most; the least disturbed one counts. */
export async function undisturbed<Result>(ours: readonly number[], work: () => Promise<Result>, allowed = 0.08) {
  let best = await withNoise(ours, work);
  for (let more = 0; more < 6 && best.noise > allowed; more++) {
    await setTimeout(2_000);
    const next = await withNoise(ours, work);
    if (next.noise < best.noise) best = next;
  }
  return best;
}
