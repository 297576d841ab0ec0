import { LOG_LEVELS, type LogLevel, levelOf } from '../level.ts';

export const MOST_BUCKETS = 80;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 14, 30, 60, 90, 180, 365].map((n) => n * DAY),
];

/** A span that one store query counts: lines in (from, to], both in epoch milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The buckets of a range, aligned to round times. The store counts whole steps; where the range begins
 * or ends inside a step, that piece is counted on its own, so that all counts together are exactly the
 * lines of the range and the chart, the legend and the list agree.
 */
export interface BucketPlan {
  readonly stepMs: number;
  readonly buckets: readonly Span[];
  /** The whole steps, counted by one range query; undefined when there are none. */
  readonly whole: Span | undefined;
  /** Pieces at the edges, each counted by an instant query at `to`. */
  readonly pieces: readonly Span[];
}

export function planBuckets(from: number, to: number, most: number = MOST_BUCKETS): BucketPlan {
  const stepMs = STEPS.find((step) => Math.ceil(to / step) - Math.floor(from / step) <= most) ?? 365 * DAY;
  const buckets: Span[] = [];
  for (let start = Math.floor(from / stepMs) * stepMs; start < to; start += stepMs) {
    buckets.push({ from: Math.max(start, from), to: Math.min(start + stepMs, to) });
  }
  const isWhole = (span: Span) => span.to - span.from === stepMs;
  const wholes = buckets.filter(isWhole);
  const [first, last] = [wholes[0], wholes.at(-1)];
  return {
    stepMs,
    buckets,
    whole: first && last && { from: first.from, to: last.to },
    pieces: buckets.filter((span) => !isWhole(span)),
  };
}

export interface Bucket extends Span {
  readonly counts: Readonly<Record<LogLevel, number>>;
}

export interface Histogram {
  readonly stepMs: number;
  readonly buckets: readonly Bucket[];
  readonly total: number;
  readonly byLevel: Readonly<Record<LogLevel, number>>;
  /** The values of the `level` label behind each level ("warn", "warning"; "" for none). */
  readonly spellings: Readonly<Record<LogLevel, readonly string[]>>;
}

/** Loki's matrix (range query) or vector (instant query), times in seconds. */
export type CountResult = readonly {
  readonly metric: Readonly<Record<string, string>>;
  readonly values?: readonly (readonly [number, string])[];
  readonly value?: readonly [number, string];
}[];

const zeros = () => Object.fromEntries(LOG_LEVELS.map((level) => [level, 0])) as Record<LogLevel, number>;

/** Puts the answers of one plan together. Samples outside the plan's buckets are the store's rounding and are left out. */
export function readHistogram(plan: BucketPlan, whole: CountResult, pieces: readonly CountResult[]): Histogram {
  const indexByEnd = new Map(plan.buckets.map((span, index) => [span.to, index]));
  const pieceEnds = new Set(plan.pieces.map((span) => span.to));
  const buckets = plan.buckets.map((span) => ({ ...span, counts: zeros() }));
  const byLevel = zeros();
  const spellings = Object.fromEntries(LOG_LEVELS.map((level) => [level, new Set<string>()]));
  const add = (end: number, raw: string, count: number) => {
    const bucket = buckets[indexByEnd.get(end) ?? -1];
    if (bucket === undefined || count === 0) return;
    const level = levelOf(raw);
    bucket.counts[level] += count;
    byLevel[level] += count;
    spellings[level]?.add(raw);
  };
  for (const { metric, values = [] } of whole) {
    for (const [seconds, count] of values) {
      const end = Math.round(seconds * 1000);
      if (!pieceEnds.has(end)) add(end, metric.level ?? '', Number(count));
    }
  }
  pieces.forEach((result, index) => {
    const span = plan.pieces[index];
    for (const { metric, value } of result) if (span && value) add(span.to, metric.level ?? '', Number(value[1]));
  });
  return {
    stepMs: plan.stepMs,
    buckets,
    total: LOG_LEVELS.reduce((sum, level) => sum + byLevel[level], 0),
    byLevel,
    spellings: Object.fromEntries(LOG_LEVELS.map((level) => [level, [...(spellings[level] ?? [])]])) as Record<
      LogLevel,
      string[]
    >,
  };
}
