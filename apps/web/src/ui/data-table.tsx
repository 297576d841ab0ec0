'use client';
import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { TableHead } from './table/table-head.tsx';
import { TableRow } from './table/table-row.tsx';
import type { Column, Paging, RowView, Selection, Sort } from './table/types.ts';
import { useRowKeys } from './table/use-row-keys.ts';
import { useVirtualRows } from './table/use-virtual-rows.ts';
import { PHONE, useMedia } from './use-media.ts';

export type DataTableProps<Row> = {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  row: RowView<Row>;
  sorting?: { sort: Sort | undefined; onSort: (sort: Sort) => void };
  paging?: Paging;
  selection?: Selection;
  /** Shown instead of rows when there are none: EmptyState, LoadingRows, ErrorState. */
  empty?: ReactNode;
};

const ROW = 36;
const PHONE_ROW = 101;
const HEAD = 32;

/** Sticky head, virtual rows, j/k/Enter. On the phone the page scrolls, on wider screens the table does. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, row: view, sorting, paging, selection, empty } = props;
  const phone = useMedia(PHONE);
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row's key never changes; the function is new on each render.
  const keys = useMemo(() => rows.map((row) => view.key(row)), [rows]);
  const virtual = useVirtualRows({
    keys,
    estimate: phone ? PHONE_ROW : ROW,
    headHeight: phone ? 0 : HEAD,
    scroller: () => {
      const glass = phone ? box.current?.closest<HTMLElement>('[data-glass]') : box.current;
      return glass ? { element: glass, top: phone ? (box.current?.offsetTop ?? 0) : 0 } : null;
    },
  });
  const active = useRowKeys({
    count: rows.length,
    open: (index) => {
      const row = rows[index];
      return row === undefined ? undefined : view.href?.(row);
    },
    reveal: (index) => {
      box.current?.focus({ preventScroll: true });
      virtual.reveal(index);
    },
  });
  useLoadMore(paging, virtual.end - 1, rows.length);

  const tracks = `${selection ? '44px ' : ''}${columns.map((column) => column.width).join(' ')}`;
  return (
    <section
      ref={box}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto scroll-thin -outline-offset-2 desk:min-h-60 phone:flex-none phone:overflow-visible"
    >
      <table
        aria-label={label}
        aria-rowcount={(paging?.total ?? rows.length) + 1}
        className="block min-w-min phone:min-w-0"
        style={{ '--tracks': tracks } as CSSProperties}
      >
        <TableHead columns={columns} sorting={sorting} selection={selection} keys={keys} />
        <tbody
          className="block phone:border-t phone:border-line1"
          style={{ paddingTop: virtual.before, paddingBottom: virtual.after }}
        >
          {rows.slice(virtual.first, virtual.end).map((row, offset) => {
            const index = virtual.first + offset;
            return (
              <TableRow
                key={keys[index]}
                ref={virtual.measure}
                row={row}
                index={index}
                columns={columns}
                view={view}
                selection={selection}
                active={index === active}
                phone={phone}
              />
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </section>
  );
}

/** Asks for the next page when the last loaded rows come into view, once per page. */
function useLoadMore(paging: Paging | undefined, lastIndex: number, count: number) {
  const wanted = paging?.hasMore === true && !paging.loading && count > 0 && lastIndex >= count - 10;
  const loadMore = useRef(paging?.loadMore);
  loadMore.current = paging?.loadMore;
  useEffect(() => {
    if (wanted) loadMore.current?.();
  }, [wanted]);
}
