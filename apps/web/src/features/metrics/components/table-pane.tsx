'use client';
import { clsx } from 'clsx';
import { useMemo, useState } from 'react';
import type { TelemetryProject } from '@/features/query/telemetry-project.ts';
import { Button } from '@/ui/button.tsx';
import { DataTable } from '@/ui/data-table.tsx';
import { formatPlural } from '@/ui/format/count.ts';
import type { Column, Sort } from '@/ui/table/types.ts';
import { type InstantRow, type InstantTable, sortRows } from '../data/read-instant.ts';
import type { Answer } from '../hooks/use-answers.ts';
import type { Metrics } from '../hooks/use-metrics.ts';
import { formatValue } from '../promql/format-value.ts';
import { guessUnit } from '../promql/guess-unit.ts';
import { CommonLabels } from './common-labels.tsx';
import { type PaneActions, ResultPane } from './result-pane.tsx';

/** More columns than this cannot be read side by side. */
const MOST_COLUMNS = 6;

type TablePaneProps = {
  project: TelemetryProject;
  metrics: Metrics;
  answer: Answer<InstantTable>;
  actions: PaneActions;
};

/** Values at the end of the range; labels as columns, or as one text. */
export function TablePane({ project, metrics, answer, actions }: TablePaneProps) {
  const [chosen, setChosen] = useState<'columns' | 'text'>();
  const lookOf = ({ labels }: InstantTable) => chosen ?? (labels.length <= MOST_COLUMNS ? 'columns' : 'text');
  return (
    <ResultPane
      project={project}
      metrics={metrics}
      answer={answer}
      actions={actions}
      fills={metrics.tables.length === 1}
      count={(data) => data.rows.length}
      about={(data) => (
        <>
          <span className="tnum shrink-0 text-small text-ink3">
            {formatPlural(data.rows.length, 'series', 'series')}
          </span>
          {data.labels.length > 0 && (
            <Button
              size="small"
              variant="ghost"
              onClick={() => setChosen(lookOf(data) === 'columns' ? 'text' : 'columns')}
              className="phone:hidden"
            >
              {lookOf(data) === 'columns' ? 'Labels as text' : 'Labels as columns'}
            </Button>
          )}
        </>
      )}
    >
      {(data) => (
        <Values
          text={answer.query.text}
          data={data}
          look={lookOf(data)}
          letter={answer.query.letter}
          alone={metrics.tables.length === 1}
        />
      )}
    </ResultPane>
  );
}

type ValuesProps = { letter: string; text: string; data: InstantTable; look: 'columns' | 'text'; alone: boolean };

function Values({ letter, text, data, look, alone }: ValuesProps) {
  const [sort, setSort] = useState<Sort>({ by: 'value', descending: true });
  const columns = useMemo(() => columnsFor(look === 'columns' ? data.labels : [], text), [look, data.labels, text]);
  const rows = useMemo(() => sortRows(data.rows, sort.by, sort.descending), [data.rows, sort]);
  const write = columns.at(-1)?.cell;
  return (
    <div className={clsx('flex min-h-0 flex-col', alone ? 'flex-1' : 'desk:max-h-96')}>
      <p className="mb-1.5 flex min-w-0 px-4 text-small text-ink3 empty:hidden">
        <CommonLabels common={data.common} />
      </p>
      <DataTable
        label={`Values of query ${letter}`}
        columns={columns}
        rows={rows}
        sorting={{ sort, onSort: setSort }}
        row={{
          key: (row) => row.id,
          phone: (row) => (
            <span className="flex items-start gap-3">
              <span className="mono min-w-0 flex-1 wrap-anywhere text-ink2">{row.name}</span>
              <span className="tnum shrink-0 font-semibold">{write?.(row)}</span>
            </span>
          ),
        }}
      />
    </div>
  );
}

function columnsFor(labels: readonly string[], text: string): Column<InstantRow>[] {
  const format = formatValue(guessUnit(text));
  const named: Column<InstantRow>[] = labels.map((label, index) => ({
    id: label,
    head: label === '__name__' ? 'metric' : label,
    width: 'minmax(96px,1fr)',
    rowHeader: index === 0,
    sortable: true,
    cell: (row) => (
      <span className="mono block truncate" title={row.labels[label]}>
        {row.labels[label] ?? <span className="text-ink3">none</span>}
      </span>
    ),
  }));
  const whole: Column<InstantRow> = {
    id: 'series',
    head: 'Series',
    width: 'minmax(240px,1fr)',
    rowHeader: true,
    sortable: true,
    cell: (row) => (
      <span className="mono block truncate font-normal" title={row.id}>
        {row.name}
      </span>
    ),
  };
  const value: Column<InstantRow> = {
    id: 'value',
    head: 'Value',
    width: '160px',
    numeric: true,
    align: 'right',
    sortable: true,
    cell: (row) => (
      <span title={String(row.value)}>{typeof row.value === 'number' ? format(row.value) : row.value}</span>
    ),
  };
  return [...(named.length > 0 ? named : [whole]), value];
}
