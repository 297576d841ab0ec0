'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { StoreClient } from '@/features/query/store-client.ts';
import type { StoreError } from '@/features/query/store-error.ts';
import type { Histogram } from '../data/buckets.ts';
import { fetchHistogram } from '../data/fetch-counts.ts';
import type { Run } from '../data/run.ts';

/** The run's volume by level. Loading and failing on its own: the list does not wait for it. */
export function useHistogram(store: StoreClient, run: Run | undefined) {
  return useQuery<Histogram, StoreError>({
    queryKey: ['histogram', run?.id],
    enabled: run?.kind === 'lines',
    queryFn: ({ signal }) => fetchHistogram(store, run as Run, signal),
    placeholderData: keepPreviousData,
  });
}
