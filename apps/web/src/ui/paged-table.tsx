'use client';
import type { ReactNode } from 'react';
import { DataTable, type DataTableProps } from './data-table.tsx';
import { ErrorState } from './error-state.tsx';
import { failureOf } from './failure.ts';
import { LoadingRows } from './loading-rows.tsx';

/** What a table needs to know of an infinite query. */
type PagedList = {
  readonly error: unknown;
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly isFetchingNextPage: boolean;
  readonly hasNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
};

type PagedTableProps<Row> = Omit<DataTableProps<Row>, 'paging' | 'empty'> & {
  list: PagedList;
  /** What the rows are, inside a sentence: "audit log", "people". */
  what: string;
  /** All rows on the server, where it says so. */
  total?: number;
  /** Shown when the server has no row: an EmptyState. */
  empty: ReactNode;
};

/** A table paged by the server: the next page in time, and each of loading, failed, out of date and empty in its words. */
export function PagedTable<Row>({ list, what, total, empty, ...table }: PagedTableProps<Row>) {
  const failure = failureOf(list.error);
  const failed = (title: string) =>
    failure && <ErrorState title={title} {...failure} onRetry={() => list.refetch()} retrying={list.isFetching} />;
  return (
    <>
      {table.rows.length > 0 && failed('The table is not up to date')}
      <DataTable
        {...table}
        paging={{
          ...(total === undefined ? {} : { total }),
          hasMore: list.hasNextPage,
          loading: list.isFetchingNextPage,
          loadMore: () => void list.fetchNextPage(),
        }}
        empty={
          failed(`The ${what} could not be loaded`) ??
          (list.isPending ? <LoadingRows rows={10} awaiting={`the ${what}`} /> : empty)
        }
      />
    </>
  );
}
