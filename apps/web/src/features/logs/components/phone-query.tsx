'use client';
import { LoaderCircle, Pencil, Play } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { EditorFrame } from '@/features/query/editor/editor-frame.tsx';
import { type EditorProblem, isSameProblem } from '@/features/query/editor/editor-problem.ts';
import { RunButton } from '@/features/query/run-button.tsx';
import { buttonClass } from '@/ui/button-class.ts';
import { Icon } from '@/ui/icon.tsx';
import { modelOf } from '../hooks/use-draft.ts';
import { summarizeQuery } from '../logql/summarize-query.ts';
import { LogqlField } from './logql-field.tsx';
import { QueryChips } from './query-chips.tsx';
import type { QueryPaneProps } from './query-pane.tsx';
import { ScanEstimateText } from './scan-estimate.tsx';
import { TonedQuery } from './toned-query.tsx';

const FullScreen = lazy(() => import('@/features/query/full-screen.tsx'));

const SQUARE = 'size-12! shrink-0';

/** Two lines of query, Edit and Run; editing takes the whole screen. */
export function PhoneQuery(props: QueryPaneProps) {
  const { draft, clusters, sources, estimate, running, storeProblem, onRun, onEdit, onWholeScope } = props;
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<EditorProblem>();
  const model = modelOf(draft.read);
  const summary = model ? summarizeQuery(model) : { selector: 'LogQL', pipeline: draft.text };
  const runAndClose = () => {
    setOpen(false);
    onRun();
  };
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
        <span className="truncate text-caption font-medium text-ink3">{summary.selector}</span>
        <code className="mono truncate text-[13px] leading-[18px] whitespace-pre">
          {summary.pipeline === '' ? 'every line' : <PipelineText pipeline={summary.pipeline} />}
        </code>
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
            title="Query"
            onClose={() => setOpen(false)}
            footer={
              <>
                <ScanEstimateText estimate={estimate} />
                <RunButton running={running} onRun={runAndClose} />
              </>
            }
          >
            <div className="flex">
              <QueryChips
                read={draft.read}
                clusters={clusters}
                sources={sources}
                onEdit={onEdit}
                onWholeScope={onWholeScope}
              />
            </div>
            <div className="flex">
              <EditorFrame
                label="LogQL"
                problem={problem}
                editor={
                  <LogqlField
                    value={draft.text}
                    onChange={draft.setText}
                    onRun={runAndClose}
                    labels={sources.labels}
                    fields={sources.fields.map((field) => field.name)}
                    storeProblem={storeProblem}
                    onProblem={(next) => setProblem((before) => (isSameProblem(before, next) ? before : next))}
                    autoFocus
                  />
                }
              />
            </div>
          </FullScreen>
        </Suspense>
      )}
      <button
        type="button"
        aria-label="Run"
        onClick={onRun}
        className={`${buttonClass('primary', 'default', true)} ${SQUARE}`}
      >
        <Icon icon={running ? LoaderCircle : Play} className={running ? 'spin' : ''} />
      </button>
    </section>
  );
}

/** A pipeline alone is no query: it is toned behind a selector that is not shown. */
function PipelineText({ pipeline }: { pipeline: string }) {
  const hidden = '{a="b"} ';
  return <TonedQuery query={`${hidden}${pipeline}`} from={hidden.length} />;
}
