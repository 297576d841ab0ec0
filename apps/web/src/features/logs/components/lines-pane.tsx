'use client';
import { clsx } from 'clsx';
import { useCallback, useMemo, useState } from 'react';
import type { TelemetryProject } from '@/features/query/telemetry-project.ts';
import { Button } from '@/ui/button.tsx';
import { Note } from '@/ui/note.tsx';
import { absoluteRange } from '@/ui/time/range.ts';
import { downloadLines } from '../data/download.ts';
import { nanosecondOfId } from '../data/log-line.ts';
import { toMilliseconds } from '../data/nanoseconds.ts';
import type { useLogs } from '../hooks/use-logs.ts';
import { useReading } from '../hooks/use-reading.ts';
import { useSeek } from '../hooks/use-seek.ts';
import { writeQuery } from '../logql/write-query.ts';
import { matchPattern } from '../message/match-terms.ts';
import type { LineActions } from './line-detail.tsx';
import { LineList, type VisibleRange } from './line-list.tsx';
import { LinesBody } from './lines-body.tsx';
import { LinesToolbar } from './lines-toolbar.tsx';
import { ListEnd } from './list-end.tsx';
import { TailControls } from './tail-controls.tsx';
import { TailNote } from './tail-note.tsx';
import { TailPill } from './tail-pill.tsx';

type LinesPaneProps = {
  project: TelemetryProject;
  logs: ReturnType<typeof useLogs>;
  actions: LineActions;
  fieldCount: number;
  onFields: () => void;
};

export function LinesPane({ project, logs, actions, fieldCount, onFields }: LinesPaneProps) {
  const { url, run, lines, listed, tail } = logs;
  const reading = useReading(tail);
  const [visible, setVisible] = useState<VisibleRange>({ first: 0, last: 0 });
  const seek = useSeek(url.row, run, lines);
  const pattern = useMemo(() => matchPattern(run?.model), [run]);
  const spanMs = run === undefined ? 0 : run.to - run.from;
  const { wrap, columns } = url;
  const look = useMemo(() => ({ columns, wrap, pattern, spanMs }), [columns, wrap, pattern, spanMs]);
  const { set } = url;
  const { hold, goOn } = reading;
  const follow = useCallback(() => {
    void set({ row: null });
    goOn();
  }, [set, goOn]);
  const openRow = useCallback(
    (row: string | null) => {
      if (row !== null) hold();
      void set({ row });
    },
    [set, hold],
  );
  const setLook = useCallback((next: Parameters<typeof set>[0]) => void set(next), [set]);
  /** What the live tail brought is not taken away by a query that failed; the end of the list says that it did. */
  const staysReadable = tail !== undefined && listed.length > 0;
  const oldestMs = lines.lines.length > 0 ? toMilliseconds(lines.lines.at(-1)?.at ?? '0') : 0;

  const states = {
    runAgain: logs.runAgain,
    focusEditor: () => document.querySelector<HTMLElement>('.cm-content, [data-edit-query]')?.focus(),
    shorten: logs.shorten,
    lastDay: () => url.setRange({ from: 'now-24h', to: 'now' }),
    goTo: url.goTo,
    dropFilters: () => run?.model && url.goTo({ text: writeQuery({ ...run.model, stages: [] }) }),
  };
  return (
    <section aria-label="Lines" className="flex min-h-0 min-w-0 flex-1 flex-col">
      <LinesToolbar
        run={run}
        lines={lines}
        count={listed.length}
        visible={visible}
        view={{ wrap, columns, set: setLook }}
        tail={<TailControls tail={tail} onStart={logs.startTail} onHold={hold} onGoOn={follow} />}
        isTailing={tail !== undefined}
        onDownload={() => void downloadLines(listed, `${project.slug}-logs.ndjson`)}
        fields={{ count: fieldCount, onOpen: onFields }}
      />
      {tail && <TailNote tail={tail} />}
      {seek === 'too-far' && <TooFar row={url.row} onGo={url.setRange} />}
      {lines.cutAt !== undefined && (
        <Note title="Not every line is here">
          More than 5,000 lines carry the same nanosecond, and the store gives no more of them. Narrow the query by a
          pod to see the rest.
        </Note>
      )}
      <div className={clsx('relative flex min-h-0 flex-1 flex-col transition-opacity', lines.outdated && 'opacity-60')}>
        {tail && <TailPill waiting={tail.waiting} onPress={follow} />}
        <LinesBody
          store={logs.store}
          project={project}
          source={logs.source}
          run={run}
          lines={{ ...lines, lines: listed, error: staysReadable ? null : lines.error }}
          actions={states}
          isTailing={tail?.state.kind === 'open'}
        >
          <LineList
            lines={listed}
            look={look}
            openRow={url.row}
            onOpenRow={openRow}
            actions={actions}
            onVisible={setVisible}
            onAway={reading.onAway}
            onRead={hold}
            toTop={reading.toTop}
            onNearEnd={lines.loadMore}
            end={
              run && (
                <ListEnd
                  lines={lines}
                  run={run}
                  total={logs.total}
                  onContinue={() => url.setRange(absoluteRange(run.from, oldestMs))}
                />
              )
            }
          />
        </LinesBody>
      </div>
    </section>
  );
}

/** The line of a link lies behind too many others: the range can be moved to it. */
function TooFar({ row, onGo }: { row: string | null; onGo: (range: { from: string; to: string }) => void }) {
  const at = toMilliseconds(nanosecondOfId(row ?? '') ?? '0');
  return (
    <Note
      status="info"
      title="The linked line is further back"
      action={
        <Button size="small" onClick={() => onGo(absoluteRange(at - 15 * 60_000, at + 1000))}>
          Go to it
        </Button>
      }
    >
      More than ten pages of newer lines lie before it.
    </Note>
  );
}
