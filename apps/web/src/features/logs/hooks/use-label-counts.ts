'use client';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { StoreClient } from '@/features/query/store-client.ts';
import type { StoreError } from '@/features/query/store-error.ts';
import { countSpan } from '../data/fetch-counts.ts';
import { COUNTED_LABELS, type CountedLabel, type LabelCounts, readLabelCounts } from '../data/label-counts.ts';
import type { Run } from '../data/run.ts';

export interface CountedLabels {
  readonly counts: LabelCounts;
  readonly counting: boolean;
  readonly failed: (label: CountedLabel) => StoreError | null;
}

/** How many lines of the whole run carry each value: one query for all labels, or one per opened label. */
export function useLabelCounts(
  store: StoreClient,
  run: Run | undefined,
  { enabled, open }: { enabled: boolean; open: readonly CountedLabel[] },
): CountedLabels {
  const wanted = enabled && run?.kind === 'lines';
  const count = async (labels: readonly CountedLabel[], signal: AbortSignal) => {
    const { query, from, to } = run as Run;
    const by = labels.join(', ');
    return readLabelCounts(await countSpan(store, { query, by, span: { from, to } }, signal), labels);
  };
  const all = useQuery<LabelCounts, StoreError>({
    queryKey: ['label-counts', run?.id],
    enabled: wanted,
    queryFn: ({ signal }) => count(COUNTED_LABELS, signal),
    placeholderData: keepPreviousData,
  });
  // Counting all labels at once exceeds the store's limit of series: each is counted when it is opened.
  const oneByOne = all.error !== null;
  const single = useQueries({
    queries: open.map((label) => ({
      queryKey: ['label-counts', run?.id, label],
      enabled: wanted && oneByOne,
      queryFn: ({ signal }: { signal: AbortSignal }) => count([label], signal),
    })),
  });
  return {
    counts: oneByOne ? Object.assign({}, ...single.map((one) => one.data ?? {})) : (all.data ?? {}),
    counting: wanted,
    failed: (label) => (single[open.indexOf(label)]?.error as StoreError | null | undefined) ?? null,
  };
}
