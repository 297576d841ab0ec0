'use client';
import { clsx } from 'clsx';
import { formatCompact, formatCount } from '../format/count.ts';
import { formatClock } from '../format/time.ts';
import { useZone } from '../time/zone.tsx';
import { PHONE, useMedia } from '../use-media.ts';
import { bucketTotal, type HistogramBucket, niceMax, stackBar } from './histogram-geometry.ts';
import { LEVEL_FILL, LEVELS } from './level.ts';
import { axisLabels } from './time-axis.ts';
import { useDragRange } from './use-drag-range.ts';

export type MissingSpan = { from: number; to: number; label: string };

type HistogramPlotProps = {
  label: string;
  buckets: readonly HistogramBucket[];
  stepMs: number;
  missing: MissingSpan | undefined;
  onSelectRange: ((from: number, to: number) => void) | undefined;
};

/** Bars, axes, the hatched span and the drag. Snaps to whole buckets. */
export function HistogramPlot({ label, buckets, stepMs, missing, onSelectRange }: HistogramPlotProps) {
  const { zone } = useZone();
  const phone = useMedia(PHONE);
  const height = phone ? 48 : 72;
  const from = buckets[0]?.start ?? 0;
  const to = (buckets.at(-1)?.start ?? 0) + stepMs;
  const max = niceMax(Math.max(0, ...buckets.map((bucket) => bucketTotal(bucket.counts))));
  const at = (share: number, round: (value: number) => number) => from + round(share * buckets.length) * stepMs;
  const { drag, hover, handlers } = useDragRange(
    onSelectRange &&
      ((start, end) =>
        onSelectRange(at(start, Math.floor), Math.max(at(end, Math.ceil), at(start, Math.floor) + stepMs))),
  );
  const hovered =
    hover === null ? undefined : buckets[Math.min(buckets.length - 1, Math.floor(hover * buckets.length))];

  return (
    <div className="mt-1.5 flex gap-2 phone:mt-0.5 phone:gap-1.5">
      <div
        aria-hidden="true"
        className="tnum -mt-[5px] flex w-7 flex-col justify-between text-right text-caption leading-3 text-ink3"
        style={{ height: height + 4 }}
      >
        <span>{formatCompact(max)}</span>
        <span>{formatCompact(max / 2)}</span>
        <span>0</span>
      </div>
      <div className="min-w-0 flex-1">
        <div
          className={clsx('relative touch-pan-y select-none', onSelectRange && 'cursor-crosshair')}
          style={{ height }}
          {...handlers}
        >
          {missing && <Hatched missing={missing} from={from} to={to} />}
          <svg
            viewBox={`0 0 ${Math.max(1, buckets.length) * 10} ${height}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={label}
            className="relative block size-full"
          >
            <path d={`M0 .5H9999M0 ${height / 2}H9999`} className="stroke-line1 [vector-effect:non-scaling-stroke]" />
            {buckets.map((bucket, index) =>
              stackBar(bucket.counts, max, height).map((segment) => (
                <rect
                  key={`${bucket.start}${segment.level}`}
                  x={index * 10 + 0.6}
                  width={8.8}
                  y={segment.y}
                  height={segment.height}
                  className={LEVEL_FILL[segment.level]}
                />
              )),
            )}
            <path d={`M0 ${height - 0.5}H9999`} className="stroke-line2 [vector-effect:non-scaling-stroke]" />
          </svg>
          {drag && <Band from={drag.from} to={drag.to} />}
          {hovered && <Readout bucket={hovered} zone={zone} right={(hover ?? 0) > 0.5} />}
        </div>
        <div aria-hidden="true" className="tnum flex justify-between pt-1 text-caption text-ink3">
          {axisLabels(from, to, phone ? 4 : 7, zone).map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: labels stand at fixed places.
            <span key={index}>{text}</span>
          ))}
        </div>
      </div>
    </div>
  );
}

const percent = (share: number) => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;

function Hatched({ missing, from, to }: { missing: MissingSpan; from: number; to: number }) {
  const left = (missing.from - from) / (to - from);
  const width = (missing.to - from) / (to - from) - left;
  return (
    <div
      className="absolute inset-y-0 border-l border-dashed border-warn bg-[repeating-linear-gradient(135deg,color-mix(in_oklab,var(--warn)_30%,transparent)_0_1px,transparent_1px_6px)]"
      style={{ left: percent(left), width: percent(width) }}
    >
      <span
        className={clsx(
          'absolute top-0 z-10 bg-surface px-[3px] text-caption font-medium whitespace-nowrap text-warn phone:hidden',
          left > 0.8 && width < 0.12 ? 'right-1.5' : 'left-1.5',
        )}
      >
        {missing.label}
      </span>
    </div>
  );
}

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
