import type { CountResult } from './buckets.ts';

/** Labels of the sidebar. */
export const COUNTED_LABELS = ['cluster', 'container', 'level', 'namespace', 'pod'] as const;
export type CountedLabel = (typeof COUNTED_LABELS)[number];

export type ValueCounts = ReadonlyMap<string, number>;
export type LabelCounts = Readonly<Partial<Record<CountedLabel, ValueCounts>>>;

/** Sums one answer, counted by all labels together, per label and value. */
export function readLabelCounts(result: CountResult, labels: readonly CountedLabel[] = COUNTED_LABELS): LabelCounts {
  const counts = Object.fromEntries(labels.map((label) => [label, new Map<string, number>()]));
  for (const { metric, value } of result) {
    if (value === undefined) continue;
    for (const label of labels) {
      const of = counts[label];
      const name = metric[label] ?? '';
      of?.set(name, (of.get(name) ?? 0) + Number(value[1]));
    }
  }
  return counts as LabelCounts;
}
