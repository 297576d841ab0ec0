'use client';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { problemOf } from '@/features/query/editor/editor-problem.ts';
import type { StoreError } from '@/features/query/store-error.ts';
import { IconButton } from '@/ui/icon-button.tsx';
import { letterOf } from '../data/run.ts';
import type { Metrics } from '../hooks/use-metrics.ts';
import { PromqlField } from './promql-field.tsx';

type QueryRowsProps = {
  metrics: Metrics;
  onRun: () => void;
  /** The row that a metric of the explorer goes to. */
  onFocusRow: (index: number) => void;
  autoFocus?: boolean;
  /** In the first row's frame: the Run button. */
  children?: ReactNode;
};

/** The queries A to E, each in its own editor; Ctrl-Enter in any of them runs all. */
export function QueryRows({ metrics, onRun, onFocusRow, autoFocus = false, children }: QueryRowsProps) {
  const { drafts, source } = metrics;
  return drafts.rows.map((row, index) => (
    <fieldset
      key={row.id}
      aria-label={`Query ${letterOf(index)}`}
      data-query-row={letterOf(index)}
      onFocus={() => onFocusRow(index)}
      className="flex min-w-0"
    >
      <PromqlField
        letter={letterOf(index)}
        row={row}
        onChange={(text) => drafts.setText(row.id, text)}
        onRun={onRun}
        source={source}
        storeProblem={problemOf(row.text, errorOf(metrics, letterOf(index)))}
        autoFocus={autoFocus && index === 0}
      >
        {drafts.rows.length > 1 && (
          <IconButton
            icon={X}
            size="small"
            label={`Remove query ${letterOf(index)}`}
            onClick={() => metrics.runTexts(drafts.remove(row.id))}
          />
        )}
        {index === 0 && children}
      </PromqlField>
    </fieldset>
  ));
}

/** Only where the store got the text as it is: a scope moves the places that it names. */
function errorOf({ run, graphs, tables }: Metrics, letter: string): StoreError | null {
  if (run === undefined || run.clusters.length > 0) return null;
  return [...graphs, ...tables].find(({ query }) => query.letter === letter)?.result.error ?? null;
}
