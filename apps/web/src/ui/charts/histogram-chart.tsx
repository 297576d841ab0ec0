'use client';
import { memo } from 'react';
import { BarChart, CartesianGrid, ReferenceArea, XAxis, YAxis } from 'recharts';
import { LevelBars } from './histogram-bars.tsx';
import { bucketTotal, type HistogramBucket, niceMax } from './histogram-geometry.ts';
import { CountTick, GridLine, TimeMark } from './histogram-marks.tsx';
import { MissingArea, type MissingSpan } from './histogram-missing.tsx';
import { timeTicks } from './time-axis.ts';

type HistogramChartProps = {
  label: string;
  buckets: readonly HistogramBucket[];
  stepMs: number;
  missing: MissingSpan | undefined;
  zone: string;
  /** Of the plot, in pixels; the time axis comes below it. */
  plot: number;
  /** Room for the counts left of the plot, and between them and it, in pixels. */
  axis: { width: number; gap: number };
  /** Labels of the time axis, at most. */
  times: number;
};

const TIME_AXIS = 20;
const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };

/** Bars and axes. Memoized: a pointer moving over the plot must not draw them again. */
export const HistogramChart = memo(function HistogramChart(props: HistogramChartProps) {
  const { label, buckets, stepMs, missing, zone, plot, axis, times } = props;
  const from = buckets[0]?.start ?? 0;
  const to = (buckets.at(-1)?.start ?? 0) + stepMs;
  const max = niceMax(Math.max(0, ...buckets.map((bucket) => bucketTotal(bucket.counts))));
  const ticks = timeTicks(from, to, times, zone);
  return (
    <BarChart
      data={buckets}
      responsive
      style={{ width: '100%', height: plot + TIME_AXIS }}
      margin={NO_MARGIN}
      accessibilityLayer={false}
      role="img"
      aria-label={label}
      className="[&_svg]:overflow-visible"
    >
      <CartesianGrid
        vertical={false}
        horizontal={({ x1, x2, y1 }) => <GridLine x1={x1} x2={x2} y1={y1} plot={plot} />}
      />
      <XAxis
        dataKey="start"
        type="number"
        domain={[from, to]}
        ticks={ticks.map(({ at }) => at)}
        interval={0}
        height={TIME_AXIS}
        axisLine={{ className: 'stroke-line2', transform: 'translate(0 -0.5)' }}
        tickLine={false}
        tick={({ x, payload: { value } }) => (
          <TimeMark
            x={x}
            top={plot}
            share={(Number(value) - from) / (to - from)}
            text={ticks.find(({ at }) => at === Number(value))?.text}
          />
        )}
      />
      <YAxis
        domain={[0, max]}
        ticks={[0, max / 2, max]}
        interval={0}
        width={axis.width + axis.gap}
        axisLine={false}
        tickLine={false}
        tick={(tick) => <CountTick {...tick} plot={plot} right={axis.width} />}
      />
      {missing && (
        <ReferenceArea
          x1={Math.max(from, missing.from)}
          x2={Math.min(to, missing.to)}
          shape={(area) => <MissingArea {...area} />}
        />
      )}
      <LevelBars buckets={buckets} max={max} />
    </BarChart>
  );
});
