import type { Level } from '@/ui/charts/level.ts';
import { levelOf } from '../level.ts';

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
  readonly counts: Readonly<Partial<Record<Level, number>>>;
}

export interface Histogram {
  readonly stepMs: number;
  readonly buckets: readonly Bucket[];
  /** Every level of the range, those that the query leaves out too. */
  readonly byLevel: Readonly<Partial<Record<Level, number>>>;
  /** Levels of which the query leaves no line. */
  readonly hidden: ReadonlySet<Level>;
  /** The lines of the query: all levels but the hidden ones. */
  readonly total: number;
  /** The values of the `level` label behind each level ("warn", "warning"; "" for none). */
  readonly spellings: ReadonlyMap<Level, readonly string[]>;
}

/** Loki's matrix (range query) or vector (instant query), times in seconds. */
export type CountResult = readonly {
  readonly metric: Readonly<Record<string, string>>;
  readonly values?: readonly (readonly [number, string])[];
  readonly value?: readonly [number, string];
}[];

interface Answers {
  readonly whole: CountResult;
  readonly pieces: readonly CountResult[];
  /** Values of `level` that the query leaves out; the answers hold them all the same, for the legend. */
  readonly excluded: readonly string[];
}

/** Puts the answers of one plan together. Samples outside the plan's buckets are the store's rounding and are left out. */
export function readHistogram(plan: BucketPlan, { whole, pieces, excluded }: Answers): Histogram {
  const samples = readSamples(plan, whole, pieces);
  const spellings = new Map<Level, string[]>();
  for (const { raw } of samples) {
    const level = levelOf(raw);
    const known = spellings.get(level) ?? [];
    if (!known.includes(raw)) spellings.set(level, [...known, raw]);
  }
  const hidden = new Set(
    [...spellings].filter(([, raws]) => raws.every((raw) => excluded.includes(raw))).map(([level]) => level),
  );
  const buckets = plan.buckets.map((span) => ({ ...span, counts: {} as Partial<Record<Level, number>> }));
  const byLevel: Partial<Record<Level, number>> = {};
  for (const { bucket, raw, count } of samples) {
    const level = levelOf(raw);
    if (!hidden.has(level) && excluded.includes(raw)) continue;
    const counts = buckets[bucket]?.counts ?? {};
    counts[level] = (counts[level] ?? 0) + count;
    byLevel[level] = (byLevel[level] ?? 0) + count;
  }
  const total = Object.entries(byLevel).reduce(
    (sum, [level, count]) => sum + (hidden.has(level as Level) ? 0 : count),
    0,
  );
  return { stepMs: plan.stepMs, buckets, byLevel, hidden, total, spellings };
}

type Sample = { bucket: number; raw: string; count: number };

function readSamples(plan: BucketPlan, whole: CountResult, pieces: readonly CountResult[]): Sample[] {
  const indexByEnd = new Map(plan.buckets.map((span, index) => [span.to, index]));
  const pieceEnds = new Set(plan.pieces.map((span) => span.to));
  const samples: Sample[] = [];
  const add = (end: number, raw: string, count: number) => {
    const bucket = indexByEnd.get(end);
    if (bucket !== undefined && count > 0) samples.push({ bucket, raw, count });
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
  return samples;
}
