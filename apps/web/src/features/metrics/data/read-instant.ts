import { differingLabels, type Labels, writeLabels } from './name-series.ts';

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
  readonly labels: Labels;
  /** A number, or what the store gave that is none: a string, a native histogram. */
  readonly value: number | string;
}

export interface InstantTable {
  readonly rows: readonly InstantRow[];
  /** Labels that tell the rows apart. */
  readonly labels: readonly string[];
}

/** Rows for a table; of a range vector the newest sample. */
export function readInstant(data: InstantData): InstantTable {
  if (data.resultType === 'scalar' || data.resultType === 'string') {
    const [, text] = data.result;
    return { rows: [{ id: '{}', labels: {}, value: data.resultType === 'string' ? text : Number(text) }], labels: [] };
  }
  const rows = data.result.map(({ metric, value, values }) => {
    const text = (value ?? values?.at(-1))?.[1];
    return { id: writeLabels(metric), labels: metric, value: text === undefined ? 'histogram' : Number(text) };
  });
  const labels =
    rows.length === 1 ? Object.keys(rows[0]?.labels ?? {}).sort() : differingLabels(rows.map((row) => row.labels));
  return { rows, labels };
}

/** By a label or by `value`; what is not a number comes last either way. */
export function sortRows(rows: readonly InstantRow[], by: string, descending: boolean): InstantRow[] {
  const sign = descending ? -1 : 1;
  if (by !== 'value') {
    const text = (row: InstantRow) => (by === 'series' ? row.id : (row.labels[by] ?? ''));
    const collator = new Intl.Collator('en', { numeric: true });
    return [...rows].sort((a, b) => sign * collator.compare(text(a), text(b)));
  }
  const isNumber = (row: InstantRow) => typeof row.value === 'number' && !Number.isNaN(row.value);
  return [...rows].sort((a, b) => {
    if (!isNumber(a) || !isNumber(b)) return Number(isNumber(b)) - Number(isNumber(a));
    return a.value === b.value ? 0 : sign * (a.value > b.value ? 1 : -1);
  });
}
