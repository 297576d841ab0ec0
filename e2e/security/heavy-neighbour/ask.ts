import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { percentile } from '../read-path/percentile.ts';

export interface Call {
  readonly url: string;
  readonly headers: Record<string, string>;
  /** What a right answer holds. */
  readonly expect?: string;
}

/** What is asked too slowly shows that in fewer answers. */
const mostMsPerPhase = 20_000;

/** The 95th percentile, in milliseconds, of so many answers one after the other. */
export async function p95({ url, headers, expect = '' }: Call, asks: number): Promise<number> {
  const times: number[] = [];
  const deadline = performance.now() + mostMsPerPhase;
  for (let count = 0; count < asks && performance.now() < deadline; count++) {
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
  const ended = once(thread, 'message') as Promise<[LoadCounts]>;
  let stopped: Promise<LoadCounts> | undefined;
  return {
    stop: () =>
      (stopped ??= (async () => {
        thread.postMessage('stop');
        const [counts] = await ended;
        return counts;
      })()),
  };
}
