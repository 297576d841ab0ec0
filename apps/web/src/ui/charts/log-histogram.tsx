'use client';
import { ChartColumn, Table } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { formatCount } from '../format/count.ts';
import { formatDuration } from '../format/duration.ts';
import { IconButton } from '../icon-button.tsx';
import type { HistogramBucket } from './histogram-geometry.ts';
import { HistogramLegend } from './histogram-legend.tsx';
import type { MissingSpan } from './histogram-missing.tsx';
import { HistogramTable } from './histogram-table.tsx';
import { LEVELS, type Level, type LevelCounts } from './level.ts';

const loadPlot = () => import('./histogram-plot.tsx');
const HistogramPlot = lazy(loadPlot);

type LogHistogramProps = {
  /** One sentence: "48,312 lines in one hour, about 800 a minute. 412 errors, most between 14:07 and 14:12." */
  label: string;
  /** At most 80, without holes, oldest first. */
  buckets: readonly HistogramBucket[];
  stepMs: number;
  /** Exact counts of every level in the range, also of those filtered out. */
  counts: LevelCounts;
  filter: { shown: ReadonlySet<Level>; onToggle: (level: Level) => void };
  /** What did not answer; hatched and named. */
  missing?: MissingSpan;
  /** A drag, in epoch milliseconds, snapped to whole bars. */
  onSelectRange?: (from: number, to: number) => void;
};

/** Log volume by level over time. The drawing library arrives when first needed; its place is kept meanwhile. */
export function LogHistogram({ label, buckets, stepMs, counts, filter, missing, onSelectRange }: LogHistogramProps) {
  const [table, setTable] = useState(false);
  const total = LEVELS.reduce((sum, level) => sum + (filter.shown.has(level) ? (counts[level] ?? 0) : 0), 0);
  const shown = buckets.map(({ start, counts: all }) => ({
    start,
    counts: Object.fromEntries(Object.entries(all).filter(([level]) => filter.shown.has(level as Level))),
  }));
  return (
    <section aria-label="Log volume" className="shrink-0 border-b border-line2 px-4 pt-2 pb-1">
      <div className="flex min-h-6 items-center gap-2 phone:gap-0">
        <b className="tnum font-semibold whitespace-nowrap phone:hidden">{formatCount(total)} lines</b>
        <span className="whitespace-nowrap text-ink3 phone:hidden">1 bar = {formatDuration(stepMs)}</span>
        <span className="flex-1 phone:hidden" />
        <HistogramLegend counts={counts} {...filter} />
        <IconButton
          icon={table ? ChartColumn : Table}
          size="small"
          label={table ? 'Show as chart' : 'Show as table'}
          onClick={() => setTable(!table)}
          className="phone:-mr-1.5"
        />
      </div>
      {buckets.length === 0 ? (
        <EmptyPlot />
      ) : table ? (
        <HistogramTable buckets={shown} counts={counts} />
      ) : (
        <Suspense fallback={<EmptyPlot />}>
          <HistogramPlot {...{ label, stepMs, missing, onSelectRange }} buckets={shown} />
        </Suspense>
      )}
    </section>
  );
}

/** Keeps the place of a histogram that is on its way, so that the list below does not jump. */
export function LogHistogramSkeleton() {
  // The drawing library travels beside the numbers, not after them.
  useEffect(() => void loadPlot(), []);
  return (
    <div aria-hidden="true" className="shrink-0 border-b border-line2 px-4 pt-2 pb-1">
      <div className="h-6 phone:h-8" />
      <EmptyPlot />
    </div>
  );
}

function EmptyPlot() {
  return (
    <div className="mt-1.5 h-[92px] phone:mt-0.5 phone:h-[68px]">
      <div className="h-[72px] border-b border-line2 bg-[linear-gradient(var(--line1)_1px,transparent_1px)] bg-size-[100%_36px] phone:h-12" />
    </div>
  );
}
