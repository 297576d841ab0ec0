'use client';
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { EditorFrame } from '@/features/query/editor/editor-frame.tsx';
import { type EditorProblem, isSameProblem } from '@/features/query/editor/editor-problem.ts';
import { HistoryMenu } from '@/features/query/history-menu.tsx';
import { RunButton } from '@/features/query/run-button.tsx';
import { CopyButton } from '@/ui/copy-button.tsx';
import { LogqlField } from './logql-field.tsx';
import { QueryChips } from './query-chips.tsx';
import type { QueryPaneProps } from './query-pane.tsx';
import { ScanEstimateText } from './scan-estimate.tsx';

/** Chips over LogQL, both visible, both live. */
export function DeskQuery(props: QueryPaneProps) {
  const { draft, clusters, sources, estimate, running, storeProblem, historyKey, onRun, onEdit, onRunText } = props;
  const [problem, setProblem] = useState<EditorProblem>();
  return (
    <section aria-label="Query" className="shrink-0 border-b border-line2">
      <div className="flex min-w-0 items-start gap-1 py-2 pr-3 pl-4">
        <QueryChips
          read={draft.read}
          clusters={clusters}
          sources={sources}
          onEdit={onEdit}
          onWholeScope={props.onWholeScope}
        />
        <HistoryMenu storageKey={historyKey} onChoose={onRunText} />
        <CopyButton size="small" variant="ghost" icon={Link2} text={props.shareLink}>
          Share
        </CopyButton>
      </div>
      <div className="flex pr-3 pb-3 pl-4">
        <EditorFrame
          label="LogQL"
          problem={problem}
          editor={
            <LogqlField
              value={draft.text}
              onChange={draft.setText}
              onRun={onRun}
              labels={sources.labels}
              fields={sources.fields.map((field) => field.name)}
              storeProblem={storeProblem}
              onProblem={(next) => setProblem((before) => (isSameProblem(before, next) ? before : next))}
            />
          }
        >
          <ScanEstimateText estimate={estimate} />
          <RunButton running={running} onRun={onRun} />
        </EditorFrame>
      </div>
    </section>
  );
}
