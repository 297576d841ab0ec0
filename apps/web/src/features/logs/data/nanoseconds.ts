/** Nanosecond timestamps stay decimal strings: a number would lose the last digits, a bigint per line costs memory. */
export type Nanoseconds = string;

const PER_MS = 1_000_000n;

export function fromMilliseconds(ms: number): Nanoseconds {
  return String(BigInt(Math.round(ms)) * PER_MS);
}

/** Whole milliseconds since the epoch, rounded down. */
export function toMilliseconds(ns: Nanoseconds): number {
  return Number(BigInt(ns) / PER_MS);
}

export function addNanoseconds(ns: Nanoseconds, by: bigint): Nanoseconds {
  return String(BigInt(ns) + by);
}

/** Negative when `a` is earlier. */
export function compareNanoseconds(a: Nanoseconds, b: Nanoseconds): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
