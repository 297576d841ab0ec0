'use client';
import { clsx } from 'clsx';
import { memo, useMemo } from 'react';
import type { StoreError } from '@/features/query/store-error.ts';
import { Button } from '@/ui/button.tsx';
import { LEVELS, type Level } from '@/ui/charts/level.ts';
import { LogHistogram, LogHistogramSkeleton } from '@/ui/charts/log-histogram.tsx';
import { Note } from '@/ui/note.tsx';
import { useZone } from '@/ui/time/zone.tsx';
import type { Histogram } from '../data/buckets.ts';
import { describeHistogram } from '../data/histogram-words.ts';

type HistogramPaneProps = {
  histogram: Histogram | undefined;
  /** Still that of the run before. */
  outdated: boolean;
  error: StoreError | null;
  /** The list failed too, and says why for both. */
  linesFailed: boolean;
  onRetry: () => void;
  onToggleLevel: (level: Level) => void;
  onSelectRange: (from: number, to: number) => void;
};

/** Volume over time. It may fail or lag alone; the lines below do not depend on it, nor do they draw it again. */
export const HistogramPane = memo(function HistogramPane(props: HistogramPaneProps) {
  const { histogram, outdated, error, linesFailed, onRetry, onToggleLevel, onSelectRange } = props;
  const { zone } = useZone();
  const chart = useMemo(
    () =>
      histogram && {
        label: describeHistogram(histogram, zone),
        // The bars stand at whole steps; the first one counts only from where the range begins.
        buckets: histogram.buckets.map(({ from, counts }) => ({
          start: Math.floor(from / histogram.stepMs) * histogram.stepMs,
          counts,
        })),
        shown: new Set(LEVELS.filter((level) => !histogram.hidden.has(level))),
      },
    [histogram, zone],
  );
  if (error !== null) {
    if (linesFailed) return null;
    return (
      <Note
        status="error"
        title="The volume chart could not be loaded"
        action={
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        {error.message} The lines below are not affected.
      </Note>
    );
  }
  if (histogram === undefined || chart === undefined) return <LogHistogramSkeleton />;
  return (
    <div className={clsx('shrink-0 transition-opacity', outdated && 'opacity-60')} aria-busy={outdated || undefined}>
      <LogHistogram
        label={chart.label}
        buckets={chart.buckets}
        stepMs={histogram.stepMs}
        counts={histogram.byLevel}
        filter={{ shown: chart.shown, onToggle: onToggleLevel }}
        onSelectRange={onSelectRange}
      />
    </div>
  );
});
