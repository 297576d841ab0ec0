'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { StoreClient } from '@/features/query/store-client.ts';
import type { StoreError } from '@/features/query/store-error.ts';
import { useBrowser, useRested } from '@/features/query/use-browser.ts';
import { type Range, resolveRange } from '@/ui/time/range.ts';
import { fetchEstimate, type ScanEstimate } from '../data/estimate.ts';
import { scopeQuery } from '../logql/scope-query.ts';
import { selectorsOf } from '../logql/tree.ts';

const REST_MS = 400;

type Draft = { text: string; clusters: readonly string[]; range: Range };

/** What running the text in the editor would read; undefined until known, and where the store cannot say. */
export function useEstimate(store: StoreClient, { text, clusters, range }: Draft): ScanEstimate | undefined {
  const browser = useBrowser();
  const selectors = useRested(selectorsOf(scopeQuery(text, clusters)).join('\n'), REST_MS);
  const query = useQuery<ScanEstimate, StoreError>({
    queryKey: ['estimate', selectors, range.from, range.to],
    enabled: browser && selectors !== '',
    queryFn: ({ signal }) =>
      fetchEstimate(store, { selectors: selectors.split('\n'), ...resolveRange(range, Date.now()) }, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return selectors === '' || query.isError ? undefined : query.data;
}
