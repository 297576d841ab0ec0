import { setTimeout as pause } from 'node:timers/promises';
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

/** Keeps so many of a call in the air until it is stopped, each a new question to the store's caches. */
export function startHeavy({ url, headers }: Call, sideBySide: number) {
  const over = new AbortController();
  const counts = { answered: 0, refused: 0 };
  const work = async () => {
    while (!over.signal.aborted) {
      const start = Math.floor(Date.now() / 1_000) - 7_200 - Math.floor(Math.random() * 900);
      const response = await fetch(`${url}&start=${start}`, { headers, signal: over.signal }).catch(() => undefined);
      await response?.arrayBuffer().catch(() => undefined);
      if (response?.status === 200) counts.answered++;
      else if (response?.status === 429) counts.refused++;
    }
  };
  const all = Promise.all(Array.from({ length: sideBySide }, work));
  return {
    async stop() {
      over.abort();
      await all;
      return counts;
    },
  };
}
