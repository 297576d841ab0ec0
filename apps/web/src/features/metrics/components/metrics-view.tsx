'use client';
import { useRef, useState } from 'react';
import { SourceState } from '@/features/query/source-state.tsx';
import type { TelemetryProject } from '@/features/query/telemetry-project.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { Sheet } from '@/ui/sheet.tsx';
import { absoluteRange } from '@/ui/time/range.ts';
import { letterOf } from '../data/run.ts';
import { type Metrics, useMetrics } from '../hooks/use-metrics.ts';
import { GraphPane } from './graph-pane.tsx';
import { MetricExplorer } from './metric-explorer.tsx';
import { QueryPane } from './query-pane.tsx';
import type { PaneActions } from './result-pane.tsx';
import { ResultToolbar } from './result-toolbar.tsx';
import { StartQueries } from './start-queries.tsx';
import { TablePane } from './table-pane.tsx';

type MetricsViewProps = { project: TelemetryProject; renderedAt: number };

/** The panes edge to edge: queries, then each one's graph or table. */
export function MetricsView({ project, renderedAt }: MetricsViewProps) {
  const metrics = useMetrics(project, renderedAt);
  const [exploring, setExploring] = useState(false);
  const focused = useRef(0);
  const actions: PaneActions = { explore: () => setExploring(true), edit: focusRow };

  async function insert(metric: string) {
    setExploring(false);
    const { rows, setText } = metrics.drafts;
    const index = Math.min(focused.current, rows.length - 1);
    const row = rows[index];
    if (row === undefined) return;
    const element = editorRow(letterOf(index));
    const { insertText } = await import('../editor/insert-text.ts');
    if (element !== null && insertText(element, metric)) return;
    setText(row.id, row.text.trim() === '' ? metric : `${row.text} ${metric}`);
  }

  return (
    <div className="flex min-h-[560px] flex-1 flex-col">
      <h1 className="sr-only">Metrics of {project.name}</h1>
      <QueryPane
        metrics={metrics}
        onFocusRow={(index) => {
          focused.current = index;
        }}
        onExplore={actions.explore}
        shareLink={() => fixedAddress(metrics)}
      />
      {metrics.run !== undefined && <ResultToolbar metrics={metrics} />}
      <Results project={project} metrics={metrics} actions={actions} />
      <Sheet title="Metrics" open={exploring} onOpenChange={setExploring}>
        <MetricExplorer source={metrics.source} onChoose={(metric) => void insert(metric)} />
      </Sheet>
    </div>
  );
}

type ResultsProps = { project: TelemetryProject; metrics: Metrics; actions: PaneActions };

function Results({ project, metrics, actions }: ResultsProps) {
  if (!metrics.ready) return <LoadingRows rows={6} awaiting="the page" />;
  if (metrics.run === undefined) {
    if (metrics.state.state !== 'on') {
      return <SourceState project={project} source={metrics.state} signal="monitoring" />;
    }
    return <StartQueries onRun={(text) => metrics.runTexts([text])} />;
  }
  const shared = { project, metrics, actions };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {metrics.graphs.map((answer) => (
        <GraphPane key={answer.query.letter} {...shared} answer={answer} />
      ))}
      {metrics.tables.map((answer) => (
        <TablePane key={answer.query.letter} {...shared} answer={answer} />
      ))}
    </div>
  );
}

/** Relative times would show something else tomorrow. */
function fixedAddress({ run }: Metrics): string {
  const address = new URL(location.href);
  if (run === undefined) return address.href;
  const { from, to } = absoluteRange(run.from, run.to);
  address.searchParams.set('from', from);
  address.searchParams.set('to', to);
  return address.href;
}

function editorRow(letter: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-query-row="${letter}"]`);
}

/** On the phone the editors open first. */
function focusRow(letter: string): void {
  const editor = editorRow(letter)?.querySelector<HTMLElement>('.cm-content');
  if (editor) editor.focus();
  else document.querySelector<HTMLElement>('[data-edit-query]')?.click();
}
