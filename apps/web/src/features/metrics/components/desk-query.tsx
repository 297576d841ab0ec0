'use client';
import { Link2, ListTree, Plus } from 'lucide-react';
import { HistoryMenu } from '@/features/query/history-menu.tsx';
import { RunButton } from '@/features/query/run-button.tsx';
import { ScopeChip } from '@/features/query/scope-chip.tsx';
import { Button } from '@/ui/button.tsx';
import { CopyButton } from '@/ui/copy-button.tsx';
import type { QueryPaneProps } from './query-pane.tsx';
import { QueryRows } from './query-rows.tsx';

/** Scope and tools over the queries. */
export function DeskQuery({ metrics, onFocusRow, onExplore, shareLink }: QueryPaneProps) {
  const { url, drafts } = metrics;
  const run = () => metrics.runTexts(drafts.texts);
  return (
    <section aria-label="Query" className="shrink-0 border-b border-line2">
      <div className="flex min-w-0 items-center gap-1 py-2 pr-3 pl-4">
        <div className="flex min-w-0 flex-1 items-center gap-2">
          {url.clusters.length > 0 ? (
            <ScopeChip clusters={url.clusters} onWholeScope={() => void url.set({ cluster: null })} />
          ) : (
            <span className="text-small text-ink3">All clusters of the project</span>
          )}
        </div>
        <Button size="small" variant="ghost" icon={Plus} disabled={!drafts.canAdd} onClick={drafts.add}>
          Query
        </Button>
        <Button size="small" variant="ghost" icon={ListTree} onClick={onExplore}>
          Metrics
        </Button>
        <HistoryMenu storageKey={metrics.historyKey} onChoose={(text) => metrics.runTexts([text])} />
        <CopyButton size="small" variant="ghost" icon={Link2} text={shareLink}>
          Share
        </CopyButton>
      </div>
      <div className="flex flex-col gap-2 pr-3 pb-3 pl-4">
        <QueryRows metrics={metrics} onRun={run} onFocusRow={onFocusRow}>
          <RunButton running={metrics.running} onRun={run} />
        </QueryRows>
      </div>
    </section>
  );
}
