'use client';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { FailureState } from '@/features/query/failure-state.tsx';
import { SourceState } from '@/features/query/source-state.tsx';
import type { TelemetryProject } from '@/features/query/telemetry-project.ts';
import { Button } from '@/ui/button.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { Note } from '@/ui/note.tsx';
import { type Fetched, MOST_FETCHED } from '../data/fetch-results.ts';
import type { Answer } from '../hooks/use-answers.ts';
import type { Metrics } from '../hooks/use-metrics.ts';

/** What a person may do from a state without series. */
export interface PaneActions {
  readonly explore: () => void;
  readonly edit: (letter: string) => void;
}

type ResultPaneProps<Data> = {
  project: TelemetryProject;
  metrics: Metrics;
  answer: Answer<Data>;
  actions: PaneActions;
  /** How many series an answer has. */
  count: (data: Data) => number;
  /** Beside the query: "20 of 412 series". */
  about: (data: Data) => ReactNode;
  children: (data: Data) => ReactNode;
  /** The content scrolls inside the rest of the page's height, instead of the page. */
  fills?: boolean;
};

/** One query's answer, or the one sentence that says why there is none. */
export function ResultPane<Data>(props: ResultPaneProps<Data>) {
  const { project, metrics, answer, actions, count, about, children, fills = false } = props;
  const { query, result } = answer;
  // A place in the list may hold the answer to another query until its own arrives.
  const fetched = result.data?.text === query.text ? result.data : undefined;
  const failed = result.error !== null && !result.isFetching;
  const shown = !failed && fetched !== undefined && count(fetched.data) > 0 ? fetched : undefined;
  return (
    <section
      aria-label={`Query ${query.letter}`}
      className={clsx(
        'flex min-w-0 flex-col border-b border-line2 last:border-b-0',
        fills && shown ? 'desk:min-h-0 desk:flex-1' : 'shrink-0',
      )}
    >
      <div className="flex min-h-9 shrink-0 items-center gap-2 px-4 pt-1 phone:flex-wrap phone:gap-y-0 phone:py-1.5">
        <h2 className="flex min-w-0 flex-1 items-baseline gap-2 phone:basis-full">
          <span className="font-semibold">{query.letter}</span>
          <code className="mono min-w-0 truncate font-normal text-ink2" title={query.text}>
            {query.text.replace(/\s+/g, ' ')}
          </code>
        </h2>
        {shown && about(shown.data)}
      </div>
      {shown && <Notes fetched={shown} />}
      <div className={clsx('flex min-h-0 min-w-0 flex-1 flex-col', result.isPlaceholderData && 'opacity-60')}>
        {failed && result.error ? (
          <FailureState
            error={result.error}
            store="metric store"
            onRetry={() => void result.refetch()}
            onEdit={() => actions.edit(query.letter)}
            onShorten={metrics.shorten}
          />
        ) : shown ? (
          children(shown.data)
        ) : fetched === undefined || result.isPlaceholderData ? (
          <LoadingRows rows={6} awaiting="the metric store" />
        ) : metrics.state.state !== 'on' ? (
          <SourceState project={project} source={metrics.state} signal="monitoring" />
        ) : (
          <NoSeries metrics={metrics} actions={actions} />
        )}
      </div>
    </section>
  );
}

function Notes({ fetched: { cut, unscoped } }: { fetched: Fetched<unknown> }) {
  return (
    <>
      {unscoped && (
        <Note status="info" title="The scope does not apply here">
          Nothing in this query can be narrowed to a cluster, so it runs as it is written.
        </Note>
      )}
      {cut && (
        <Note title={`Only ${MOST_FETCHED.toLocaleString('en-US')} series`}>
          The query has more, and the rest was left out. Narrow it by a label, or group it with sum by.
        </Note>
      )}
    </>
  );
}

function NoSeries({ metrics, actions }: { metrics: Metrics; actions: PaneActions }) {
  const table = metrics.url.tab === 'table';
  return (
    <EmptyState
      title={table ? 'No series at this moment' : 'No series in this range'}
      why="Nothing that the query selects has a sample then. A name or label may be misspelt, a comparison may leave nothing, or the pods ran at another time."
      action={
        <>
          <Button
            variant="primary"
            onClick={() => metrics.url.setRange({ from: 'now-24h', to: 'now' })}
            className={table ? 'hidden' : ''}
          >
            Look at the last 24 hours
          </Button>
          <Button onClick={actions.explore}>Find a metric</Button>
        </>
      }
    />
  );
}
