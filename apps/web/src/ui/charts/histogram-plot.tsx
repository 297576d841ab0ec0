'use client';
import { clsx } from 'clsx';
import { formatCount } from '../format/count.ts';
import { formatClock } from '../format/time.ts';
import { useZone } from '../time/zone.tsx';
import { PHONE, useMedia } from '../use-media.ts';
import { HistogramChart } from './histogram-chart.tsx';
import type { HistogramBucket } from './histogram-geometry.ts';
import { MissingLabel, type MissingSpan } from './histogram-missing.tsx';
import { LEVELS } from './level.ts';
import { useDragRange } from './use-drag-range.ts';

type HistogramPlotProps = {
  label: string;
  buckets: readonly HistogramBucket[];
  stepMs: number;
  missing: MissingSpan | undefined;
  onSelectRange: ((from: number, to: number) => void) | undefined;
};

const DESK = { plot: 72, axis: { width: 28, gap: 8 }, times: 10 };
const SMALL = { plot: 48, axis: { width: 28, gap: 6 }, times: 6 };

/** The chart, and over its plot the drag and the readout. Snaps to whole buckets. */
export default function HistogramPlot({ label, buckets, stepMs, missing, onSelectRange }: HistogramPlotProps) {
  const { zone } = useZone();
  const size = useMedia(PHONE) ? SMALL : DESK;
  const from = buckets[0]?.start ?? 0;
  const at = (share: number, round: (value: number) => number) => from + round(share * buckets.length) * stepMs;
  const { drag, hover, handlers } = useDragRange(
    onSelectRange &&
      ((start, end) =>
        onSelectRange(at(start, Math.floor), Math.max(at(end, Math.ceil), at(start, Math.floor) + stepMs))),
  );
  const hovered =
    hover === null ? undefined : buckets[Math.min(buckets.length - 1, Math.floor(hover * buckets.length))];

  return (
    <div className="relative mt-1.5 phone:mt-0.5">
      <HistogramChart {...{ label, buckets, stepMs, missing, zone }} {...size} />
      <div
        className={clsx('absolute top-0 right-0 touch-pan-y select-none', onSelectRange && 'cursor-crosshair')}
        style={{ left: size.axis.width + size.axis.gap, height: size.plot }}
        {...handlers}
      >
        {missing && <MissingLabel missing={missing} from={from} to={from + buckets.length * stepMs} />}
        {drag && <Band from={drag.from} to={drag.to} />}
        {hovered && <Readout bucket={hovered} zone={zone} right={(hover ?? 0) > 0.5} />}
      </div>
    </div>
  );
}

const percent = (share: number) => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;

function Band({ from, to }: { from: number; to: number }) {
  return (
    <div
      className="pointer-events-none absolute inset-y-0 border-x border-accent bg-[color-mix(in_oklab,var(--accent)_18%,transparent)]"
      style={{ left: percent(from), width: percent(to - from) }}
    />
  );
}

function Readout({ bucket, zone, right }: { bucket: HistogramBucket; zone: string; right: boolean }) {
  return (
    <div
      className={clsx(
        'raised tnum pointer-events-none absolute top-1 z-20 rounded-control px-2 py-1 text-small',
        right ? 'left-1' : 'right-1',
      )}
    >
      <span className="text-ink3">{formatClock(bucket.start, zone)}</span>
      {LEVELS.toReversed().map((level) => {
        const count = bucket.counts[level] ?? 0;
        return count === 0 ? null : (
          <span key={level} className="ml-2">
            {level} <b className="font-semibold">{formatCount(count)}</b>
          </span>
        );
      })}
    </div>
  );
}
