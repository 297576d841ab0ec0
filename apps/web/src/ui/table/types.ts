import type { ReactNode } from 'react';

export type Column<Row> = {
  id: string;
  /** The head; empty for a column of buttons (give it `label`). */
  head: string;
  label?: string;
  /** A grid track: "132px", "minmax(170px,1.5fr)". The name and message columns stretch. */
  width: string;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row for a screen reader; normally the first, holding the link. */
  rowHeader?: boolean;
  /** Tabular figures. */
  numeric?: boolean;
  align?: 'left' | 'right';
  /** May be sorted by; the server does it. */
  sortable?: boolean;
};

export type Sort = { by: string; descending: boolean };

export type RowView<Row> = {
  key: (row: Row) => string;
  /** Where Enter and a click on the row lead. */
  href?: (row: Row) => string;
  /** `error` draws the 2 px edge and the tint. */
  tone?: (row: Row) => 'error' | 'warn' | undefined;
  /** A second line: cause, usual interval and one action. */
  below?: (row: Row) => ReactNode;
  /** The row on a phone, replacing the cells. */
  phone?: (row: Row) => ReactNode;
};

export type Paging = {
  /** All rows on the server, for `aria-rowcount`. */
  total?: number;
  hasMore: boolean;
  loading: boolean;
  /** Called once when the last loaded rows come into view. */
  loadMore: () => void;
};

export type Selection = {
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
  /** Names a row's box: "Select prod-fra-04". */
  label: (key: string) => string;
};
