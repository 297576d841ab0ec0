'use client';
import { clsx } from 'clsx';
import { formatCount } from '../format/count.ts';
import { LEVEL_BACKGROUND, LEVELS, type Level, type LevelCounts } from './level.ts';

type HistogramLegendProps = {
  counts: LevelCounts;
  shown: ReadonlySet<Level>;
  onToggle: (level: Level) => void;
};

/** The legend is the level filter; its exact counts sum to the total. Levels without a line are left out. */
export function HistogramLegend({ counts, shown, onToggle }: HistogramLegendProps) {
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center phone:w-full phone:justify-between">
      <legend className="sr-only">Filter by level</legend>
      {LEVELS.filter((level) => (counts[level] ?? 0) > 0).map((level) => (
        <button
          key={level}
          type="button"
          aria-pressed={shown.has(level)}
          onClick={() => onToggle(level)}
          className="group flex h-6 items-center gap-1.5 rounded-badge px-1.5 text-small text-ink2 hover:bg-hover aria-[pressed=false]:line-through phone:h-8 phone:gap-1 phone:px-0.5"
        >
          <span
            className={clsx(
              'size-2 rounded-[2px] group-aria-[pressed=false]:bg-transparent group-aria-[pressed=false]:outline group-aria-[pressed=false]:outline-line3',
              LEVEL_BACKGROUND[level],
            )}
          />
          {level}
          <b className="tnum font-semibold text-ink1">{formatCount(counts[level] ?? 0)}</b>
        </button>
      ))}
    </fieldset>
  );
}
