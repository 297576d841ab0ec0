'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { StoreClient } from '@/features/query/store-client.ts';
import type { StoreError } from '@/features/query/store-error.ts';
import { type FetchedPage, fetchLines } from '../data/fetch-lines.ts';
import type { Cursor } from '../data/line-pages.ts';
import { type LogLine, StreamTable } from '../data/log-line.ts';
import type { Run } from '../data/run.ts';

/** What one page of the browser keeps in memory: about 60 MB of ordinary lines. */
export const MOST_LOADED = 100_000;

export interface Lines {
  readonly lines: readonly LogLine[];
  /** Still those of the run before. */
  readonly outdated: boolean;
  readonly loading: boolean;
  readonly loadingMore: boolean;
  /** Of the first page. */
  readonly error: StoreError | null;
  /** Of a later page: the lines before it stay. */
  readonly moreError: StoreError | null;
  readonly hasMore: boolean;
  readonly full: boolean;
  /** A nanosecond of which not every line could be read. */
  readonly cutAt: string | undefined;
  readonly tookMs: number;
  readonly bytesRead: number;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

/** The lines of a run, page by page back in time. Independent of the histogram, in failure too. */
export function useLines(store: StoreClient, run: Run | undefined): Lines {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each run has its own table, so that old streams go.
  const streams = useMemo(() => new StreamTable(), [run?.id]);
  const query = useInfiniteQuery<FetchedPage, StoreError, { pages: FetchedPage[] }, unknown[], Cursor | undefined>({
    queryKey: ['lines', run?.id],
    enabled: run?.kind === 'lines',
    queryFn: ({ pageParam, signal }) => fetchLines(store, run as Run, { cursor: pageParam, streams, signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const idle = run?.kind !== 'lines';
  const pages = idle ? undefined : query.data?.pages;
  const lines = useMemo(() => (pages ?? []).flatMap((page) => page.lines), [pages]);
  const full = lines.length >= MOST_LOADED;
  const failedMore = query.isFetchNextPageError;
  const canLoad = query.hasNextPage && !query.isFetching && !query.isPlaceholderData && !full;
  return {
    lines,
    outdated: !idle && query.isPlaceholderData,
    loading: query.isFetching && !query.isFetchingNextPage,
    loadingMore: query.isFetchingNextPage,
    error: failedMore ? null : query.error,
    moreError: failedMore ? query.error : null,
    hasMore: query.hasNextPage,
    full,
    cutAt: pages?.find((page) => page.cutAt)?.cutAt,
    tookMs: pages?.[0]?.tookMs ?? 0,
    bytesRead: (pages ?? []).reduce((sum, page) => sum + page.bytesRead, 0),
    loadMore: () => canLoad && void query.fetchNextPage(),
    retry: () => void (failedMore ? query.fetchNextPage() : query.refetch()),
  };
}
