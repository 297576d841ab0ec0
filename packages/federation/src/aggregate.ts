import type { Labelling } from './expression.ts';
import { keyOf, type Labels, pick, type Row } from './rows.ts';

interface Group {
  readonly labels: Labels;
  readonly values: Map<number, number[]>;
}

const operations: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum: (values) => values.reduce((total, value) => total + value, 0),
  avg: (values) => values.reduce((total, value) => total + value, 0) / values.length,
  count: (values) => values.length,
  group: () => 1,
  min: (values) => values.reduce((least, value) => (value < least || Number.isNaN(least) ? value : least)),
  max: (values) => values.reduce((most, value) => (value > most || Number.isNaN(most) ? value : most)),
};

/** An aggregation over series that are there as a whole. */
export function aggregate(rows: readonly Row[], operation: string, grouping: Labelling): readonly Row[] {
  const work = operations[operation];
  if (!work) throw new Error(`no rule for ${operation}`);
  const groups = new Map<string, Group>();
  for (const { labels, values } of rows) {
    const picked = pick(labels, grouping);
    const key = keyOf(picked);
    const group = groups.get(key) ?? { labels: picked, values: new Map<number, number[]>() };
    groups.set(key, group);
    for (const [at, value] of values) {
      const list = group.values.get(at);
      if (list) list.push(value);
      else group.values.set(at, [value]);
    }
  }
  return [...groups.values()].map(({ labels, values }) => ({
    labels,
    values: new Map([...values].map(([at, list]) => [at, work(list)])),
  }));
}

interface Ranking {
  readonly count: number;
  readonly isTop: boolean;
  readonly grouping: Labelling;
}

/** `topk` and `bottomk`: the first ones of each group at each moment, in order where there is one moment only. */
export function rank(rows: readonly Row[], { count, isTop, grouping }: Ranking): readonly Row[] {
  const groups = new Map<string, { row: number; value: number }[]>();
  rows.forEach(({ labels, values }, row) => {
    const key = keyOf(pick(labels, grouping));
    for (const [at, value] of values) {
      const place = `${at} ${key}`;
      const list = groups.get(place);
      if (list) list.push({ row, value });
      else groups.set(place, [{ row, value }]);
    }
  });
  const kept = rows.map(({ labels }) => ({ labels, values: new Map<number, number>() }));
  const order = new Set<number>();
  for (const [place, list] of groups) {
    const at = Number(place.slice(0, place.indexOf(' ')));
    list.sort((one, other) => compare(one.value, other.value, isTop));
    for (const { row, value } of list.slice(0, Math.max(0, count))) {
      kept[row]?.values.set(at, value);
      order.add(row);
    }
  }
  return [...order].flatMap((row) => kept[row] ?? []);
}

export function sort(rows: readonly Row[], isDescending: boolean): readonly Row[] {
  const first = ({ values }: Row) => [...values.values()][0] ?? Number.NaN;
  return [...rows].sort((one, other) => compare(first(one), first(other), isDescending));
}

/** What is no number stands last either way. */
function compare(one: number, other: number, isDescending: boolean): number {
  if (Number.isNaN(one) || Number.isNaN(other)) return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
  if (one === other) return 0;
  return one < other === isDescending ? 1 : -1;
}
