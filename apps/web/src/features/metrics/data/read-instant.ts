import { differingLabels, type Labels, nameSeries, writeLabels } from './name-series.ts';

type Sample = readonly [number, string];

interface InstantSeries {
  readonly metric: Labels;
  readonly value?: Sample;
  readonly values?: readonly Sample[];
}

/** The answer of `query`: https://prometheus.io/docs/prometheus/latest/querying/api/#expression-query-result-formats. */
export type InstantData =
  | { readonly resultType: 'vector' | 'matrix'; readonly result: readonly InstantSeries[] }
  | { readonly resultType: 'scalar'; readonly result: Sample }
  | { readonly resultType: 'string'; readonly result: Sample };

export interface InstantRow {
  readonly id: string;
  /** What tells it from the others. */
  readonly name: string;
  readonly labels: Labels;
  /** A number, or what the store gave that is none: a string, a native histogram. */
  readonly value: number | string;
}

export interface InstantTable {
  readonly rows: readonly InstantRow[];
  /** Labels that tell the rows apart. */
  readonly labels: readonly string[];
  /** Labels that all rows share, as a selector; empty where there are none. */
  readonly common: string;
}

/** Rows for a table, of a query with this text; of a range vector the newest sample. */
export function readInstant(data: InstantData, query: string): InstantTable {
  if (data.resultType === 'scalar' || data.resultType === 'string') {
    const [, text] = data.result;
    const value = data.resultType === 'string' ? text : Number(text);
    return { rows: [{ id: '{}', name: query, labels: {}, value }], labels: [], common: '' };
  }
  const all = data.result.map(({ metric }) => metric);
  const { common, names } = nameSeries(all, query);
  const rows = data.result.map(({ metric, value, values }, index) => {
    const text = (value ?? values?.at(-1))?.[1];
    const id = writeLabels(metric);
    return { id, name: names[index] ?? id, labels: metric, value: text === undefined ? 'histogram' : Number(text) };
  });
  return { rows, labels: all.length === 1 ? Object.keys(all[0] ?? {}).sort() : differingLabels(all), common };
}

/** By a label or by `value`; what is not a number comes last either way. */
export function sortRows(rows: readonly InstantRow[], by: string, descending: boolean): InstantRow[] {
  const sign = descending ? -1 : 1;
  if (by !== 'value') {
    const text = (row: InstantRow) => (by === 'series' ? row.name : (row.labels[by] ?? ''));
    const collator = new Intl.Collator('en', { numeric: true });
    return [...rows].sort((a, b) => sign * collator.compare(text(a), text(b)));
  }
  const isNumber = (row: InstantRow) => typeof row.value === 'number' && !Number.isNaN(row.value);
  return [...rows].sort((a, b) => {
    if (!isNumber(a) || !isNumber(b)) return Number(isNumber(b)) - Number(isNumber(a));
    return a.value === b.value ? 0 : sign * (a.value > b.value ? 1 : -1);
  });
}
