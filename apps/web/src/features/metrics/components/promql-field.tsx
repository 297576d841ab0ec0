'use client';
import type { ReactNode } from 'react';
import { lazy, Suspense, useState } from 'react';
import { EditorFallback } from '@/features/query/editor/editor-fallback.tsx';
import { EditorFrame } from '@/features/query/editor/editor-frame.tsx';
import { type EditorProblem, isSameProblem } from '@/features/query/editor/editor-problem.ts';
import { useBrowser } from '@/features/query/use-browser.ts';
import type { MetricSource } from '../data/metric-source.ts';
import type { DraftRow } from '../hooks/use-drafts.ts';

const PromqlEditor = lazy(() => import('../editor/promql-editor.tsx'));

type PromqlFieldProps = {
  letter: string;
  row: DraftRow;
  onChange: (text: string) => void;
  onRun: () => void;
  source: MetricSource;
  storeProblem: EditorProblem | undefined;
  autoFocus?: boolean;
  /** At the right, inside the frame. */
  children?: ReactNode;
};

/** One query's editor with its letter, and the first mistake under it. */
export function PromqlField(props: PromqlFieldProps) {
  const { letter, row, onChange, onRun, source, storeProblem, autoFocus, children } = props;
  const browser = useBrowser();
  const [problem, setProblem] = useState<EditorProblem>();
  const fallback = <EditorFallback>{row.text}</EditorFallback>;
  return (
    <EditorFrame
      label={<b className="font-semibold text-ink2">{letter}</b>}
      problem={problem}
      editor={
        // The server would render an editor without its text.
        !browser ? (
          fallback
        ) : (
          <Suspense fallback={fallback}>
            <PromqlEditor
              label={`PromQL query ${letter}`}
              value={row.text}
              onChange={onChange}
              onRun={onRun}
              source={source}
              storeProblem={storeProblem}
              onProblem={(next) => setProblem((before) => (isSameProblem(before, next) ? before : next))}
              autoFocus={autoFocus}
            />
          </Suspense>
        )
      }
    >
      {children}
    </EditorFrame>
  );
}
