import { Bar, type BarShapeProps, usePlotArea } from 'recharts';
import { type HistogramBucket, stackBar } from './histogram-geometry.ts';
import { LEVEL_FILL, LEVELS, type Level } from './level.ts';

type Stack = { buckets: readonly HistogramBucket[] /** Of the value axis. */; max: number };

/** Of a bucket's width, left free at each side of its bar. */
const INSET = 0.06;

/** One series per level, stacked from the base. */
export function LevelBars({ buckets, max }: Stack) {
  const plot = usePlotArea();
  if (plot === undefined) return null;
  return LEVELS.filter((level) => buckets.some((bucket) => bucket.counts[level])).map((level) => (
    <Bar
      key={level}
      dataKey={`counts.${level}`}
      stackId="levels"
      isAnimationActive={false}
      shape={(bar: BarShapeProps) => levelBar(level, bar.originalDataIndex, { buckets, max }, plot)}
    />
  ));
}

/** A bar stands from its bucket's start to the next, and where it stands once error and critical have their least height. */
function levelBar(
  level: Level,
  index: number,
  { buckets, max }: Stack,
  plot: NonNullable<ReturnType<typeof usePlotArea>>,
) {
  const segment = stackBar(buckets[index]?.counts ?? {}, max, plot.height).find((part) => part.level === level);
  if (segment === undefined) return null;
  const band = plot.width / buckets.length;
  return (
    <rect
      x={plot.x + (index + INSET) * band}
      width={band * (1 - 2 * INSET)}
      y={plot.y + segment.y}
      height={segment.height}
      className={LEVEL_FILL[level]}
    />
  );
}
