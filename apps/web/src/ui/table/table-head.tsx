'use client';
import { clsx } from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Checkbox } from '../checkbox.tsx';
import { Icon } from '../icon.tsx';
import type { Column, Selection, Sort } from './types.ts';

type TableHeadProps<Row> = {
  columns: readonly Column<Row>[];
  sorting: { sort: Sort | undefined; onSort: (sort: Sort) => void } | undefined;
  selection: Selection | undefined;
  keys: readonly string[];
};

/** Sticky over the rows; on the phone it is there for screen readers only. */
export function TableHead<Row>({ columns, sorting, selection, keys }: TableHeadProps<Row>) {
  return (
    <thead className="sticky top-0 z-10 block phone:sr-only">
      <tr
        aria-rowindex={1}
        className="grid h-8 grid-cols-(--tracks) items-center border-y border-line1 bg-sunken pr-3 text-left text-small text-ink3"
      >
        {selection && <SelectAll keys={keys} selection={selection} />}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sorting?.sort} onSort={sorting?.onSort} />
        ))}
      </tr>
    </thead>
  );
}

type HeadCellProps<Row> = { column: Column<Row>; sort: Sort | undefined; onSort: ((sort: Sort) => void) | undefined };

/** A sortable head is a button that says which way it sorts. */
function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const sorted = sort?.by === column.id ? sort : undefined;
  const ariaSort = sorted === undefined ? undefined : sorted.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      aria-sort={ariaSort}
      className={clsx('min-w-0 pr-2.5 font-medium first:pl-5', column.align === 'right' && 'text-right')}
    >
      {column.sortable === true && onSort !== undefined ? (
        <button
          type="button"
          onClick={() => onSort({ by: column.id, descending: sorted === undefined ? false : !sorted.descending })}
          className="inline-flex h-6 max-w-full items-center gap-1 hover:text-ink1"
        >
          <span className="truncate">{column.head}</span>
          {sorted && <Icon icon={sorted.descending ? ArrowDown : ArrowUp} size={12} />}
        </button>
      ) : (
        <span className={column.head === '' ? 'sr-only' : 'block truncate'}>{column.head || column.label}</span>
      )}
    </th>
  );
}

function SelectAll({ keys, selection }: { keys: readonly string[]; selection: Selection }) {
  const all = keys.length > 0 && keys.every((key) => selection.selected.has(key));
  const some = selection.selected.size > 0;
  return (
    <th scope="col" className="font-medium">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: Checkbox is the control. */}
      <label className="block cursor-pointer py-2 pl-5">
        <span className="sr-only">Select all loaded rows</span>
        <Checkbox
          checked={all}
          indeterminate={some && !all}
          onChange={() => selection.onChange(all ? new Set() : new Set(keys))}
          className="block"
        />
      </label>
    </th>
  );
}
