/** What a person may choose; `auto` follows the length of the range. */
export const STEPS = ['auto', '15s', '1m', '5m', '1h'] as const;
export type StepChoice = (typeof STEPS)[number];

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CHOSEN_MS: Record<Exclude<StepChoice, 'auto'>, number> = {
  '15s': 15 * SECOND,
  '1m': MINUTE,
  '5m': 5 * MINUTE,
  '1h': HOUR,
};

/** Steps that a reader can count in. */
const ROUND_MS = [
  1 * SECOND,
  5 * SECOND,
  15 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  7 * DAY,
  30 * DAY,
];

/** Agents scrape no more often, so a shorter step only repeats samples. */
const SHORTEST_AUTO_MS = 15 * SECOND;
const MOST_AUTO_POINTS = 1000;
/** Prometheus refuses more points per series ("exceeded maximum resolution of 11,000 points"). */
const MOST_POINTS = 11_000;

export interface Step {
  readonly ms: number;
  /** The chosen step would have needed more points than the store gives; `ms` is the next that fits. */
  readonly raised: boolean;
}

/** The distance between two points for a range of this length, in milliseconds. */
export function stepFor(choice: StepChoice, rangeMs: number): Step {
  if (choice === 'auto') return { ms: Math.max(shortest(rangeMs), fitting(rangeMs, MOST_AUTO_POINTS)), raised: false };
  const ms = CHOSEN_MS[choice];
  if (rangeMs / ms <= MOST_POINTS - 1) return { ms, raised: false };
  return { ms: fitting(rangeMs, MOST_POINTS), raised: true };
}

/** A short range, as after a zoom, still gets points enough for a line. */
function shortest(rangeMs: number): number {
  return rangeMs >= 5 * MINUTE ? SHORTEST_AUTO_MS : 5 * SECOND;
}

/** The least round step with fewer points than `most`; both ends are points. */
function fitting(rangeMs: number, most: number): number {
  return ROUND_MS.find((step) => rangeMs / step < most - 1) ?? Math.ceil(rangeMs / (most - 1) / DAY) * DAY;
}

/**
 * The moments that a query over the range is evaluated at, in milliseconds. The last is the end of the range, so that
 * the newest data are drawn however long the step; what is left over is at the beginning, less than a step.
 */
export function timesOf(from: number, to: number, stepMs: number): number[] {
  const steps = Math.floor((to - from) / stepMs);
  return Array.from({ length: steps + 1 }, (_, index) => to - (steps - index) * stepMs);
}
