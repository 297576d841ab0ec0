import { TableFooterOptionsBuilder, TableSortByFieldStateBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import { type Limits, stepsOf } from './colours.ts';
import type { About } from './panel.ts';
import { type Queries, targetsOf } from './queries.ts';

/** A label that every query of the table has, as a column on the left. */
export interface Key {
  readonly label: string;
  readonly title: string;
  readonly width?: number;
  /** Where a click leads: see links.ts. */
  readonly to?: { readonly title: string; readonly url: string };
}

export interface Column {
  readonly title: string;
  readonly query: Queries;
  readonly unit: string;
  readonly decimals?: number;
  readonly limits?: Limits;
  /** A bar from 0 to 1 behind the number. */
  readonly isShare?: boolean;
  readonly width?: number;
  /** Words for numbers, and their colours. */
  readonly words?: Readonly<Record<string, { readonly text: string; readonly color: string }>>;
}

export interface Table extends Omit<About, 'unit'> {
  readonly keys: readonly Key[];
  readonly columns: readonly Column[];
  /** Title of the column with the worst on top. */
  readonly sortBy: string;
}

/** A row per combination of the keys, as things are at the end of the range. */
export function table({ title, description, keys, columns, sortBy }: Table) {
  const names = columns.map((_, index) => `Value #${String.fromCharCode(65 + index)}`);
  const order = [...keys.map(({ label }) => label), ...names];
  const renamed = Object.fromEntries([
    ...keys.map((key) => [key.label, key.title]),
    ...columns.map((column, index) => [names[index], column.title]),
    // What the column of a lone query is called differs between stores and versions.
    ['Value', columns[0]?.title],
  ]);
  const panel = new PanelBuilder()
    .title(title)
    .description(description)
    .unit('none')
    .noValue('–')
    .targets(
      targetsOf(
        columns.map(({ query }) => query),
        'table',
      ),
    )
    .transformations([
      // Loki's newer answers have labels where Prometheus' have columns.
      { id: 'labelsToFields', options: {} },
      { id: 'merge', options: {} },
      // Names the columns to keep: whatever else a query carries stays out.
      { id: 'filterFieldsByName', options: { include: { names: [...order, 'Value'] } } },
      {
        id: 'organize',
        options: {
          excludeByName: {},
          indexByName: Object.fromEntries(order.map((name, index) => [name, index])),
          renameByName: renamed,
        },
      },
    ])
    .sortBy([new TableSortByFieldStateBuilder().displayName(sortBy).desc(true)])
    .footer(new TableFooterOptionsBuilder().show(false).enablePagination(true).reducer([]).countRows(false));
  for (const key of keys) panel.overrideByName(key.title, keyProperties(key));
  for (const column of columns) panel.overrideByName(column.title, columnProperties(column));
  return panel;
}

function keyProperties({ width, to }: Key): DynamicConfigValue[] {
  return [
    { id: 'custom.minWidth', value: 100 },
    ...(width === undefined ? [] : [{ id: 'custom.width', value: width }]),
    ...(to === undefined ? [] : [{ id: 'links', value: [{ ...to, targetBlank: false }] }]),
  ];
}

function columnProperties({ unit, decimals, limits, isShare, width, words }: Column): DynamicConfigValue[] {
  const properties: DynamicConfigValue[] = [
    { id: 'unit', value: unit },
    { id: 'custom.align', value: 'right' },
    // Many narrow columns fit a laptop; Grafana's own least of 150 pushes the last ones out.
    { id: 'custom.minWidth', value: 70 },
  ];
  const add = (id: string, value: unknown) => properties.push({ id, value });
  if (decimals !== undefined) add('decimals', decimals);
  if (width !== undefined) add('custom.width', width);
  if (limits) add('thresholds', { mode: 'absolute', steps: stepsOf(limits) });
  if (isShare) {
    add('min', 0);
    add('max', 1);
  }
  if (limits) {
    add('color', { mode: 'thresholds' });
    add('custom.cellOptions', { type: 'color-text' });
  }
  if (words) {
    add('mappings', [{ type: 'value', options: words }]);
    add('custom.cellOptions', { type: 'color-text' });
  }
  return properties;
}
