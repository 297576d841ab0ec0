import { refuseAcross, strangeAnswer } from './refusal.ts';
import { join, keyOf, type Labels, type Result, resultFrom, resultOf, rowsOf } from './rows.ts';

type Entry = readonly [at: string, line: string, ...rest: unknown[]];
interface Stream {
  readonly stream: Labels;
  readonly values: readonly Entry[];
}

/** Lines by time, in the direction asked for, as many as asked for. Each part was asked for that many. */
export function mergeStreams(answers: readonly unknown[], limit: number, isForward: boolean) {
  const streams = answers.flatMap((answer) => {
    const { resultType, result } = resultOf(answer);
    if (resultType !== 'streams') throw strangeAnswer();
    return result as unknown as readonly Stream[];
  });
  const lines = streams.flatMap(({ stream, values }) =>
    values.map((entry) => ({ stream, entry, at: BigInt(entry[0]) })),
  );
  const sign = isForward ? 1 : -1;
  lines.sort((one, other) => sign * (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const kept = new Map<string, { stream: Labels; values: Entry[] }>();
  for (const { stream, entry } of lines.slice(0, limit)) {
    const key = keyOf(stream);
    const known = kept.get(key);
    if (known) known.values.push(entry);
    else kept.set(key, { stream, values: [entry] });
  }
  return { resultType: 'streams', result: [...kept.values()] };
}

/** Loki's own bound, `volume_max_series`. */
export const mostVolumes = 1_000;

/**
 * Bytes per group, added up. Each part gives its largest groups only: one that was cut off may be large in the whole,
 * so no part may be full.
 */
export function mergeVolume(answers: readonly unknown[], limit: number, isRange: boolean): Result {
  const parts = answers.map((answer) => rowsOf(resultOf(answer)));
  if (parts.some((rows) => rows.length >= mostVolumes)) {
    throw refuseAcross(`There are more than ${mostVolumes} groups; ask for fewer labels in targetLabels.`);
  }
  const total = ({ values }: { readonly values: ReadonlyMap<number, number> }) =>
    [...values.values()].reduce((sum, value) => sum + value, 0);
  const joined = [...join(parts.map(atOneMoment), 'sum')].sort((one, other) => total(other) - total(one));
  return resultFrom(joined.slice(0, limit), isRange);

  /** An answer for no range carries the moment at which it was made, which differs from part to part. */
  function atOneMoment(rows: ReturnType<typeof rowsOf>) {
    if (isRange) return rows;
    const at = [...(parts.flat()[0]?.values.keys() ?? [])][0] ?? 0;
    return rows.map(({ labels, values }) => ({
      labels,
      values: new Map([...values.values()].map((value) => [at, value])),
    }));
  }
}

/** Streams, chunks, entries and bytes. */
export function mergeStats(answers: readonly unknown[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [name, value] of answers.flatMap((answer) => Object.entries((answer ?? {}) as object))) {
    if (typeof value !== 'number') throw strangeAnswer();
    sums[name] = (sums[name] ?? 0) + value;
  }
  return sums;
}

interface Pattern {
  readonly pattern: string;
  readonly level?: string;
  readonly samples: readonly (readonly [number, number])[];
}

export function mergePatterns(lists: readonly (readonly Pattern[])[]): readonly Pattern[] {
  const found = new Map<string, { pattern: string; level?: string; counts: Map<number, number> }>();
  for (const { samples, ...about } of lists.flat()) {
    const key = JSON.stringify([about.pattern, about.level]);
    const known = found.get(key) ?? { ...about, counts: new Map<number, number>() };
    found.set(key, known);
    for (const [at, count] of samples) known.counts.set(at, (known.counts.get(at) ?? 0) + count);
  }
  const patterns = [...found.values()].map(({ counts, ...about }) => ({
    ...about,
    samples: [...counts].sort(([one], [other]) => one - other),
  }));
  const total = ({ samples }: Pattern) => samples.reduce((sum, [, count]) => sum + count, 0);
  return patterns.sort((one, other) => total(other) - total(one));
}

interface Detected {
  readonly label: string;
  readonly type?: string;
  readonly cardinality: number;
  readonly parsers?: readonly string[] | null;
}

/** `cardinality` is an estimate already; of several parts it is at least that of the largest. */
export function mergeDetected(lists: readonly (readonly Detected[])[]): readonly Detected[] {
  const found = new Map<string, Detected>();
  for (const field of lists.flat()) {
    const known = found.get(field.label);
    found.set(field.label, known ? both(known, field) : field);
  }
  return [...found.values()];
}

function both(one: Detected, other: Detected): Detected {
  const parsers = [...new Set([...(one.parsers ?? []), ...(other.parsers ?? [])])];
  return {
    ...one,
    ...(one.type !== other.type && { type: 'string' }),
    cardinality: Math.max(one.cardinality, other.cardinality),
    ...('parsers' in one && { parsers: parsers.length > 0 ? parsers : null }),
  };
}
