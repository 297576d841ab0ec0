import type { Matching } from './expression.ts';
import { refuseAcross } from './refusal.ts';
import { keyOf, pick, type Row } from './rows.ts';
import { arithmetic, comparisons } from './values.ts';

export interface Operand {
  readonly rows: readonly Row[];
  /** A figure for each moment, that every series meets. */
  readonly isScalar: boolean;
}

interface Operation {
  readonly operator: string;
  readonly isBool: boolean;
  readonly matching: Matching;
}

/** An operator between series, or series and a figure, that are there as a whole. */
export function combine(left: Operand, right: Operand, operation: Operation): readonly Row[] {
  const { operator, matching } = operation;
  if (left.isScalar) return meet(right.rows, left.rows, { ...operation, isLeft: false });
  if (right.isScalar) return meet(left.rows, right.rows, { ...operation, isLeft: true });
  if (operator === 'and' || operator === 'or' || operator === 'unless') return select(left.rows, right.rows, operation);
  const others = signed(right.rows, matching);
  const taken = new Set<string>();
  return left.rows.flatMap((row): Row[] => {
    const signature = keyOf(pick(row.labels, matching));
    const other = others.get(signature);
    if (!other) return [];
    if (taken.has(signature)) throw severalMatch();
    taken.add(signature);
    const values = work(row, (at) => other.values.get(at), { ...operation, isLeft: true });
    const named = operator in comparisons && !operation.isBool ? row.labels : pick(row.labels, noName);
    return [{ labels: matching.only ? pick(named, matching) : without(named, matching.labels), values }];
  });
}

const noName = { only: false, labels: [] };

function without(labels: Row['labels'], names: readonly string[]) {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !names.includes(name)));
}

function signed(rows: readonly Row[], matching: Matching): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const signature = keyOf(pick(row.labels, matching));
    if (found.has(signature)) throw severalMatch();
    found.set(signature, row);
  }
  return found;
}

type Sided = Operation & { readonly isLeft: boolean };

function meet(rows: readonly Row[], figures: readonly Row[], operation: Sided): readonly Row[] {
  const isFilter = operation.operator in comparisons && !operation.isBool;
  return rows.map((row) => ({
    labels: isFilter ? row.labels : pick(row.labels, noName),
    values: work(row, (at) => figures[0]?.values.get(at) ?? figures[0]?.values.get(everyMoment), operation),
  }));
}

/** Where a plain number has its value. */
export const everyMoment = Number.NaN;

function work(row: Row, valueAt: (at: number) => number | undefined, { operator, isBool, isLeft }: Sided) {
  const values = new Map<number, number>();
  const calculate = arithmetic[operator];
  const compare = comparisons[operator];
  for (const [at, value] of row.values) {
    const other = valueAt(at);
    if (other === undefined) continue;
    const [one, two] = isLeft ? [value, other] : [other, value];
    if (calculate) values.set(at, calculate(one, two));
    else if (!compare) throw refuseAcross(`The operator ${operator} is not known here.`);
    else if (isBool) values.set(at, compare(one, two) ? 1 : 0);
    else if (compare(one, two)) values.set(at, value);
  }
  return values;
}

/** `and`, `or`, `unless`, at each moment by itself. */
function select(left: readonly Row[], right: readonly Row[], { operator, matching }: Operation): readonly Row[] {
  const moments = (rows: readonly Row[]) => {
    const found = new Map<string, Set<number>>();
    for (const { labels, values } of rows) {
      const signature = keyOf(pick(labels, matching));
      const known = found.get(signature) ?? new Set();
      found.set(signature, known);
      for (const at of values.keys()) known.add(at);
    }
    return found;
  };
  const keep = (rows: readonly Row[], others: ReadonlyMap<string, ReadonlySet<number>>, isWanted: boolean) =>
    rows.map(({ labels, values }) => {
      const there = others.get(keyOf(pick(labels, matching)));
      return { labels, values: new Map([...values].filter(([at]) => (there?.has(at) ?? false) === isWanted)) };
    });
  if (operator === 'or') return merged([...left, ...keep(right, moments(left), false)]);
  return keep(left, moments(right), operator === 'and');
}

/** A series may come from the left at one moment and from the right at another. */
function merged(rows: readonly Row[]): readonly Row[] {
  const found = new Map<string, Row>();
  for (const row of rows) {
    const known = found.get(keyOf(row.labels));
    found.set(keyOf(row.labels), known ? { ...row, values: new Map([...known.values, ...row.values]) } : row);
  }
  return [...found.values()];
}

function severalMatch() {
  return refuseAcross('Several series of one side match one of the other; add labels that tell them apart.');
}
