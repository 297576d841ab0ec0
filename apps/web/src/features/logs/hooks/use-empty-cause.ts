'use client';
import { useQuery } from '@tanstack/react-query';
import type { StoreClient } from '@/features/query/store-client.ts';
import { fromMilliseconds } from '../data/nanoseconds.ts';
import type { Run } from '../data/run.ts';

export type EmptyCause = 'no-stream' | 'no-match' | 'unknown';

/** Why a run found no line: the selector has no stream in the range, or no line of its streams matches. */
export function useEmptyCause(store: StoreClient, run: Run, enabled: boolean): EmptyCause | undefined {
  const query = useQuery<EmptyCause>({
    queryKey: ['empty-cause', run.id],
    enabled,
    queryFn: async ({ signal }) => {
      const params = { query: run.selector, start: fromMilliseconds(run.from), end: fromMilliseconds(run.to) };
      // Which clusters have such a stream: a short answer, however many streams there are.
      const { data } = await store.get<string[] | undefined>('label/cluster/values', params, signal);
      return (data ?? []).length === 0 ? 'no-stream' : 'no-match';
    },
  });
  return query.isError ? 'unknown' : query.data;
}
