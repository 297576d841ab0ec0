'use client';
import { ListTree, LoaderCircle, Pencil, Play, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { RunButton } from '@/features/query/run-button.tsx';
import { ScopeChip } from '@/features/query/scope-chip.tsx';
import { Button } from '@/ui/button.tsx';
import { buttonClass } from '@/ui/button-class.ts';
import { formatPlural } from '@/ui/format/count.ts';
import { Icon } from '@/ui/icon.tsx';
import { filled } from '../hooks/use-drafts.ts';
import type { QueryPaneProps } from './query-pane.tsx';
import { QueryRows } from './query-rows.tsx';

const FullScreen = lazy(() => import('@/features/query/full-screen.tsx'));

const SQUARE = 'size-12! shrink-0';

/** Two lines of query, Edit and Run; editing takes the whole screen. */
export function PhoneQuery({ metrics, onFocusRow, onExplore }: QueryPaneProps) {
  const { url, drafts } = metrics;
  const [open, setOpen] = useState(false);
  const texts = filled(drafts.texts);
  const run = () => {
    setOpen(false);
    metrics.runTexts(drafts.texts);
  };
  const about = texts.length > 1 ? `PromQL, ${formatPlural(texts.length, 'query', 'queries')}` : 'PromQL';
  return (
    <section
      aria-label="Query"
      className="flex shrink-0 items-center gap-2 border-b border-line2 py-2 pr-3 pl-4 desk:hidden"
    >
      <button
        type="button"
        data-edit-query
        onClick={() => setOpen(true)}
        className="flex h-12 min-w-0 flex-1 flex-col justify-center gap-px rounded-control border border-line3 bg-sunken px-2.5 text-left"
      >
        <span className="sr-only">Edit query:</span>
        <span className="truncate text-caption font-medium text-ink3">
          {url.clusters.length > 0 ? `${about}, only ${url.clusters.join(', ')}` : about}
        </span>
        <code className="mono truncate text-[13px] leading-[18px] whitespace-pre">{texts[0] ?? 'no query yet'}</code>
      </button>
      <button
        type="button"
        aria-label="Edit query full screen"
        onClick={() => setOpen(true)}
        className={`${buttonClass('secondary', 'default', true)} ${SQUARE}`}
      >
        <Icon icon={Pencil} />
      </button>
      {open && (
        <Suspense>
          <FullScreen
            title="Queries"
            onClose={() => setOpen(false)}
            footer={<RunButton running={metrics.running} onRun={run} />}
          >
            {url.clusters.length > 0 && (
              <ScopeChip clusters={url.clusters} onWholeScope={() => void url.set({ cluster: null })} />
            )}
            <QueryRows metrics={metrics} onRun={run} onFocusRow={onFocusRow} autoFocus />
            <div className="flex gap-2">
              <Button icon={Plus} disabled={!drafts.canAdd} onClick={drafts.add}>
                Query
              </Button>
              <Button icon={ListTree} onClick={onExplore}>
                Metrics
              </Button>
            </div>
          </FullScreen>
        </Suspense>
      )}
      <button
        type="button"
        aria-label="Run"
        onClick={run}
        className={`${buttonClass('primary', 'default', true)} ${SQUARE}`}
      >
        <Icon icon={metrics.running ? LoaderCircle : Play} className={metrics.running ? 'spin' : ''} />
      </button>
    </section>
  );
}
