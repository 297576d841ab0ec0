/** What is to be done once a live tail's connection has closed. */
export type TailEnd =
  /** For good, until the person asks again. */
  | { readonly kind: 'over'; readonly message: string }
  /** Tried again by itself. */
  | { readonly kind: 'broken'; readonly message: string };

/** The gateway's own code: the reader may read less now, or other things (apps/gateway/src/tail/tails.ts). */
const RIGHTS_CHANGED = 4403;
const NOT_UNDERSTOOD = 1003;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

export function readTailEnd(code: number, reason: string): TailEnd {
  if (code === RIGHTS_CHANGED) return { kind: 'over', message: reason || 'What you may read here has changed.' };
  if (code === NOT_UNDERSTOOD) return { kind: 'over', message: reason || 'The gateway did not understand this page.' };
  return { kind: 'broken', message: reason || 'The connection broke off.' };
}

/** Doubles with each failure in a row, up to half a minute; spread, so that many pages do not come back at once. */
export function pauseBefore(failures: number, random = Math.random()): number {
  const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(whole * (0.75 + random / 4));
}
