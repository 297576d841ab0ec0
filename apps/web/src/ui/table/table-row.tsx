'use client';
import { clsx } from 'clsx';
import { useRouter } from 'next/navigation';
import type { MouseEvent, Ref } from 'react';
import { Checkbox } from '../checkbox.tsx';
import type { Column, RowView, Selection } from './types.ts';

type TableRowProps<Row> = {
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  view: RowView<Row>;
  selection: Selection | undefined;
  active: boolean;
  phone: boolean;
  ref: Ref<HTMLTableRowElement>;
};

const TONE = {
  error:
    'bg-[color-mix(in_oklab,var(--error-tint)_45%,var(--surface))] shadow-[inset_2px_0_0_var(--error)] hover:bg-[color-mix(in_oklab,var(--error-tint)_65%,var(--surface))]',
  warn: 'bg-[color-mix(in_oklab,var(--warn-tint)_45%,var(--surface))] shadow-[inset_2px_0_0_var(--warn)]',
  none: 'hover:bg-hover',
} as const;

export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, index, columns, view, selection, active, phone, ref } = props;
  const router = useRouter();
  const href = view.href?.(row);
  const below = view.below?.(row);
  const folded = phone ? view.phone?.(row) : undefined;

  function open(event: MouseEvent<HTMLTableRowElement>) {
    const inner = event.target instanceof Element ? event.target.closest('a, button, input, label') : null;
    if (href === undefined || inner !== null || window.getSelection()?.toString()) return;
    router.push(href);
  }

  return (
    <tr
      ref={ref}
      aria-rowindex={index + 2}
      data-key={view.key(row)}
      data-active={active || undefined}
      onClick={open}
      className={clsx(
        'border-b border-line1 data-active:outline-2 data-active:-outline-offset-2 data-active:outline-accent',
        TONE[view.tone?.(row) ?? 'none'],
        href !== undefined && 'cursor-pointer',
        folded === undefined ? 'grid grid-cols-(--tracks) grid-rows-[minmax(35px,auto)] items-center pr-3' : 'block',
      )}
    >
      {folded === undefined ? (
        <>
          {selection && <SelectCell name={view.key(row)} selection={selection} />}
          {columns.map((column) => (
            <Cell key={column.id} column={column} row={row} />
          ))}
          {below != null && (
            <td
              className={clsx(
                'col-end-[-1] flex items-center gap-2 pb-2 text-small text-ink2',
                selection ? 'col-start-2' : 'col-start-1 pl-5',
              )}
            >
              {below}
            </td>
          )}
        </>
      ) : (
        <td className="block px-4 py-2.5">{folded}</td>
      )}
    </tr>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const look = clsx(
    'min-w-0 pr-2.5 first:pl-5 last:pr-0',
    column.numeric && 'tnum',
    column.align === 'right' && 'text-right',
  );
  return column.rowHeader ? (
    <th scope="row" className={clsx(look, 'text-left font-semibold')}>
      {column.cell(row)}
    </th>
  ) : (
    <td className={look}>{column.cell(row)}</td>
  );
}

function SelectCell({ name, selection }: { name: string; selection: Selection }) {
  function toggle() {
    const next = new Set(selection.selected);
    if (!next.delete(name)) next.add(name);
    selection.onChange(next);
  }
  return (
    <td>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: Checkbox is the control. */}
      <label className="block cursor-pointer py-2.5 pl-5">
        <span className="sr-only">{selection.label(name)}</span>
        <Checkbox checked={selection.selected.has(name)} onChange={toggle} className="block" />
      </label>
    </td>
  );
}
