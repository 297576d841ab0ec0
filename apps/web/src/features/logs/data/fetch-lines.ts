import type { StoreClient } from '@/features/query/store-client.ts';
import { type Cursor, firstCursor, type LinePage, readPage, type StreamResult } from './line-pages.ts';
import type { StreamTable } from './log-line.ts';
import { lineBounds, type Run } from './run.ts';

interface StreamsData {
  readonly result: StreamResult;
  readonly stats?: { readonly summary?: { readonly totalBytesProcessed?: number } };
}

export interface FetchedPage extends LinePage {
  readonly tookMs: number;
  /** Bytes that the store read for this page, uncompressed. */
  readonly bytesRead: number;
}

/** One page of lines, newest first; without a cursor the newest of the run. Throws StoreError. */
export async function fetchLines(
  store: StoreClient,
  run: Run,
  { cursor, streams, signal }: { cursor: Cursor | undefined; streams: StreamTable; signal: AbortSignal },
): Promise<FetchedPage> {
  const { start, end } = lineBounds(run);
  const at = cursor ?? firstCursor(end);
  const params = { query: run.query, start, end: at.end, limit: at.limit, direction: 'backward' };
  const { data, tookMs } = await store.post<StreamsData>('query_range', params, signal);
  return { ...readPage(data.result, at, streams), tookMs, bytesRead: data.stats?.summary?.totalBytesProcessed ?? 0 };
}
