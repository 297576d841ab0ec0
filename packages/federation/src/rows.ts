import type { Labelling } from './expression.ts';
import type { Joining } from './plan-query.ts';
import { refuseAcross, strangeAnswer } from './refusal.ts';
import { printValue, readValue } from './values.ts';

export type Labels = Readonly<Record<string, string>>;

/** A series with plain values, by Unix seconds. */
export interface Row {
  readonly labels: Labels;
  readonly values: ReadonlyMap<number, number>;
}

export interface RawSeries {
  readonly metric: Labels;
  readonly value?: readonly [number, string];
  readonly values?: readonly (readonly [number, string])[];
}

export interface Result {
  readonly resultType: string;
  readonly result: readonly RawSeries[] | readonly [number, string];
}

/** The result of a query in an answer of either store. @throws OrielError `upstream_failed` */
export function resultOf(answer: unknown): Result {
  const { status, data } = (answer ?? {}) as { status?: unknown; data?: { resultType?: unknown; result?: unknown } };
  if (status !== 'success' || typeof data?.resultType !== 'string' || !Array.isArray(data.result))
    throw strangeAnswer();
  return data as Result;
}

export function rowsOf({ resultType, result }: Result): readonly Row[] {
  if (resultType === 'scalar') {
    const [at, text] = result as readonly [number, string];
    return [{ labels: {}, values: new Map([[at, readValue(text)]]) }];
  }
  return (result as readonly RawSeries[]).map((series) => {
    if ('histogram' in series || 'histograms' in series) {
      throw refuseAcross('Native histograms of several parts are not added up here.');
    }
    const { metric, value, values = value ? [value] : [] } = series;
    return { labels: metric, values: new Map(values.map(([at, text]) => [at, readValue(text)])) };
  });
}

/** In the form of the stores: a vector or, for a range, a matrix with the points in order. */
export function resultFrom(rows: readonly Row[], isRange: boolean): Result {
  const filled = rows.filter(({ values }) => values.size > 0);
  if (isRange) {
    const result = filled.map(({ labels, values }) => ({
      metric: labels,
      values: [...values].sort(([one], [other]) => one - other).map(([at, value]) => [at, printValue(value)] as const),
    }));
    return { resultType: 'matrix', result };
  }
  const result = filled.flatMap(({ labels, values }) =>
    [...values].map(([at, value]) => ({ metric: labels, value: [at, printValue(value)] as const })),
  );
  return { resultType: 'vector', result };
}

/** The same for the same labels in whatever order. */
export function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The labels that count; `__name__` only where it is named. */
export function pick(labels: Labels, { only, labels: names }: Labelling): Labels {
  return Object.fromEntries(
    Object.entries(labels).filter(([name]) =>
      only ? names.includes(name) : name !== '__name__' && !names.includes(name),
    ),
  );
}

const combine: Readonly<Record<Exclude<Joining, 'beside'>, (one: number, other: number) => number>> = {
  sum: (one, other) => one + other,
  // A value that is none gives way to one that is.
  min: (one, other) => (other < one || Number.isNaN(one) ? other : one),
  max: (one, other) => (other > one || Number.isNaN(one) ? other : one),
  group: () => 1,
};

/** The series of several parts as one list. */
export function join(parts: readonly (readonly Row[])[], joining: Joining): readonly Row[] {
  const found = new Map<string, { labels: Labels; values: Map<number, number> }>();
  for (const { labels, values } of parts.flat()) {
    const key = keyOf(labels);
    const known = found.get(key);
    if (!known) found.set(key, { labels, values: new Map(values) });
    else if (joining === 'beside') throw sameSeries(labels);
    else {
      for (const [at, value] of values) {
        const before = known.values.get(at);
        known.values.set(at, before === undefined ? value : combine[joining](before, value));
      }
    }
  }
  return [...found.values()];
}

export function sameSeries(labels: Labels) {
  return refuseAcross(`Two seeds hold a series of the same labels, ${JSON.stringify(labels)}, under the same tenant.`);
}
