import type { StoreClient } from '@/features/query/store-client.ts';
import { toStoreError } from '@/features/query/store-error.ts';
import type { TailEnd } from './tail-end.ts';

export type WhyRefused = () => Promise<TailEnd>;

/** Failures that pass by themselves. */
const PASSING: ReadonlySet<string> = new Set(['store-down', 'busy', 'timed-out']);

/** Asks for one line of the same query: where that is refused, it is for the tail's reason, and in words. */
export function whyRefused(store: StoreClient, query: string): WhyRefused {
  return async () => {
    try {
      await store.post('query_range', { query, limit: 1, since: '1m' }, AbortSignal.timeout(15_000));
    } catch (cause) {
      const error = toStoreError(cause);
      if (error.kind === 'unreachable') return { kind: 'broken', message: 'Oriel cannot be reached from here.' };
      return { kind: PASSING.has(error.kind) ? 'broken' : 'over', message: error.message };
    }
    return {
      kind: 'broken',
      message:
        'It was refused, though the query may be read. You may have ten live tails open, or a proxy on the way passes no WebSockets.',
    };
  };
}
