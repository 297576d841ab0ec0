'use client';
import type { ReactNode } from 'react';
import { FailureState } from '@/features/query/failure-state.tsx';
import { SourceState } from '@/features/query/source-state.tsx';
import type { StoreClient } from '@/features/query/store-client.ts';
import { StoreError } from '@/features/query/store-error.ts';
import type { Source, TelemetryProject } from '@/features/query/telemetry-project.ts';
import { Button } from '@/ui/button.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import type { Run } from '../data/run.ts';
import { useEmptyCause } from '../hooks/use-empty-cause.ts';
import type { Lines } from '../hooks/use-lines.ts';
import { countedLines } from '../logql/tree.ts';
import { EmptyLines } from './empty-lines.tsx';

/** What a person may do from a state without lines. */
export interface StateActions {
  readonly runAgain: () => void;
  readonly focusEditor: () => void;
  readonly shorten: (longestMs: number | undefined) => void;
  readonly lastDay: () => void;
  readonly goTo: (next: { text: string }) => void;
  readonly dropFilters: () => void;
}

type LinesBodyProps = {
  store: StoreClient;
  project: TelemetryProject;
  source: Source;
  run: Run | undefined;
  lines: Lines;
  actions: StateActions;
  /** New lines are on their way. */
  isTailing: boolean;
  /** The list; shown when there are lines. */
  children: ReactNode;
};

/** The list, or the one sentence that says why there is none. */
export function LinesBody({ store, project, source, run, lines, actions, isTailing, children }: LinesBodyProps) {
  if (run === undefined) return <LoadingRows rows={8} awaiting="the page" />;
  if (run.kind === 'broken') return <Failure error={brokenError(run)} actions={actions} />;
  if (run.kind === 'numbers') return <NumbersState run={run} actions={actions} />;
  if (lines.error !== null && !lines.loading) return <Failure error={lines.error} actions={actions} />;
  if (lines.lines.length > 0) return children;
  if (lines.loading || lines.outdated) return <LoadingRows rows={8} awaiting="the log store" />;
  if (source.state !== 'on') return <SourceState project={project} source={source} signal="logging" />;
  if (isTailing)
    return <EmptyState title="No line yet" why="The live tail is open: a line shows here as it is written." />;
  return <NoLines store={store} run={run} actions={actions} />;
}

function Failure({ error, actions }: { error: StoreError; actions: StateActions }) {
  return (
    <FailureState
      error={error}
      store="log store"
      onRetry={actions.runAgain}
      onEdit={actions.focusEditor}
      onShorten={actions.shorten}
    />
  );
}

/** Nothing was sent to the store: the place is known here. */
function brokenError({ problem, text }: Run): StoreError {
  const from = problem?.from ?? 0;
  const line = text.slice(0, from).split('\n').length;
  const column = from - text.lastIndexOf('\n', from - 1);
  return new StoreError('malformed', `Line ${line}, character ${column}: ${problem?.message ?? 'not LogQL.'}`);
}

function NumbersState({ run, actions }: { run: Run; actions: StateActions }) {
  const lines = countedLines(run.text);
  return (
    <EmptyState
      title="This query gives numbers, not lines"
      why="It aggregates over time. This page lists lines; the lines that it counts can be shown."
      action={
        lines !== undefined && (
          <Button variant="primary" onClick={() => actions.goTo({ text: lines })}>
            Show the lines it counts
          </Button>
        )
      }
    />
  );
}

function NoLines({ store, run, actions }: { store: StoreClient; run: Run; actions: StateActions }) {
  const cause = useEmptyCause(store, run, true);
  return (
    <EmptyLines
      cause={cause}
      selector={run.selector}
      filtered={(run.model?.stages.length ?? 0) > 0}
      onDropFilters={actions.dropFilters}
      onLastDay={actions.lastDay}
    />
  );
}
