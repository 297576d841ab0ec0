import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { percentile } from '../read-path/percentile.ts';

/**
 * Lets the calling thread, which measures, go before whatever else the machine does (real-time scheduling), as if it
 * were on a machine of its own: otherwise it waits for the heavy asker and the stores before it can look at its clock.
 * Threads and programs that are begun afterwards are like any other. Where it may not (not root), figures are higher.
 */
export function measureFirst(): boolean {
  try {
    execFileSync('chrt', ['--reset-on-fork', '--rr', '--pid', '1', String(process.pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export interface Call {
  readonly url: string;
  readonly headers: Record<string, string>;
  /** What a right answer holds. */
  readonly expect?: string;
}

/** What is asked too slowly shows that in fewer answers. */
const mostMsPerPhase = 20_000;
/** On a machine that is busy with other tests too. */
const mostMsWithoutEnough = 80_000;

/**
 * The 95th percentile, in milliseconds, of so many answers one after the other; of more where `isEnough` says that what
 * goes on beside has not been seen yet.
 */
export async function p95({ url, headers, expect = '' }: Call, asks: number, isEnough = () => true): Promise<number> {
  const times: number[] = [];
  const begin = performance.now();
  for (let count = 0; ; count++) {
    const elapsed = performance.now() - begin;
    const isThrough = count >= asks || elapsed >= mostMsPerPhase;
    if ((isThrough && isEnough()) || elapsed >= mostMsWithoutEnough) break;
    const start = performance.now();
    const response = await fetch(url, { headers });
    const text = await response.text();
    times.push(performance.now() - start);
    if (response.status !== 200 || !text.includes(expect)) throw new Error(`${response.status} ${text}`);
    await pause(20);
  }
  return percentile(times, 0.95);
}

/** What the thread that asks the heavy queries is told. */
export interface Load extends Call {
  readonly sideBySide: number;
}

export interface LoadCounts {
  answered: number;
  /** For their number (429). */
  refused: number;
}

/**
 * Keeps so many of a call in the air until it is stopped, each a new question to the store's caches: from a thread of
 * its own, since megabytes that one event loop takes in would delay the small answers it measures.
 */
export function startHeavy(call: Call, sideBySide: number) {
  const load: Load = { ...call, sideBySide };
  const thread = new Worker(new URL('load.ts', import.meta.url), { workerData: load });
  const ended = once(thread, 'exit');
  let counts: LoadCounts = { answered: 0, refused: 0 };
  thread.on('message', (latest: LoadCounts) => {
    counts = latest;
  });
  return {
    isAnswered: () => counts.answered > 0,
    async stop() {
      thread.postMessage('stop');
      await ended;
      return counts;
    },
  };
}
