const shortestMs = 1_000;
const longestMs = 5 * 60_000;
const driftCheckMs = 60_000;

/**
 * Milliseconds until the next try after so many failures in a row: doubling, with jitter so that clusters that failed
 * together do not come back together, never under a second, never over five minutes.
 */
export function backoffMs(failures: number, random = Math.random()): number {
  const ceiling = Math.min(longestMs, shortestMs * 2 ** Math.min(failures, 20));
  return Math.max(shortestMs, Math.round(ceiling * (0.5 + random / 2)));
}

/** Milliseconds between two looks at a healthy cluster, spread by a tenth. */
export function driftIntervalMs(random = Math.random()): number {
  return Math.round(driftCheckMs * (0.9 + random / 5));
}
