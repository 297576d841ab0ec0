'use client';
import { keepPreviousData, type UseQueryResult, useQueries } from '@tanstack/react-query';
import type { StoreClient } from '@/features/query/store-client.ts';
import type { StoreError } from '@/features/query/store-error.ts';
import { type Fetched, fetchGraph, fetchTable } from '../data/fetch-results.ts';
import type { InstantTable } from '../data/read-instant.ts';
import type { GraphData } from '../data/read-matrix.ts';
import type { Run, RunQuery } from '../data/run.ts';
import type { ResultTab } from './use-metrics-url.ts';

export interface Answer<Data> {
  readonly query: RunQuery;
  readonly result: UseQueryResult<Fetched<Data>, StoreError>;
}

/** The answers of the open tab, each loading and failing on its own. */
export function useAnswers(store: StoreClient, run: Run | undefined, tab: ResultTab) {
  const graphs = useEach<GraphData>(run, tab === 'graph' ? 'graph' : null, (query, of, signal) =>
    fetchGraph(store, of, query.text, signal),
  );
  const tables = useEach<InstantTable>(run, tab === 'table' ? 'table' : null, (query, of, signal) =>
    fetchTable(store, of, query.text, signal),
  );
  return { graphs, tables };
}

type Fetch<Data> = (query: RunQuery, run: Run, signal: AbortSignal) => Promise<Fetched<Data>>;

function useEach<Data>(run: Run | undefined, kind: ResultTab | null, fetch: Fetch<Data>): Answer<Data>[] {
  const queries = run === undefined || kind === null ? [] : run.queries;
  const results = useQueries({
    queries: queries.map((query) => ({
      queryKey: ['metrics', kind, run?.id, query.letter],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetch(query, run as Run, signal),
      placeholderData: keepPreviousData,
    })),
  }) as UseQueryResult<Fetched<Data>, StoreError>[];
  return queries.flatMap((query, index) => {
    const result = results[index];
    return result === undefined ? [] : [{ query, result }];
  });
}
