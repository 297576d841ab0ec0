import type { XAxisTickContentProps, YAxisTickContentProps } from 'recharts';
import { formatCompact } from '../format/count.ts';

type GridLineProps = { x1: number; x2: number; y1: number; plot: number };

/** On whole pixels, and inside the plot at its top. The base is the time axis's own line. */
export function GridLine({ x1, x2, y1, plot }: GridLineProps) {
  if (y1 >= plot) return <g />;
  const y = Math.floor(y1) + 0.5;
  return <line x1={x1} x2={x2} y1={y} y2={y} className="stroke-line1" />;
}

type TimeMarkProps = Pick<XAxisTickContentProps, 'x'> & {
  top: number;
  /** Where it stands along the axis, from 0 to 1. */
  share: number;
  text: string | undefined;
};

/** A label near an end of the plot ends with it. */
export function TimeMark({ x, top, share, text }: TimeMarkProps) {
  const anchor = share < 0.03 ? 'start' : share > 0.97 ? 'end' : 'middle';
  return (
    <text x={x} y={top + 12} dominantBaseline="central" textAnchor={anchor} className="tnum fill-ink3 text-caption">
      {text}
    </text>
  );
}

type CountTickProps = YAxisTickContentProps & { right: number; plot: number };

/** Drawn inside the plot's height, so that the title above and the times below keep their distance. */
export function CountTick({ y, payload, right, plot }: CountTickProps) {
  return (
    <text
      x={right}
      y={1 + Number(y) * (1 - 8 / plot)}
      dominantBaseline="central"
      textAnchor="end"
      className="tnum fill-ink3 text-caption"
    >
      {formatCompact(Number(payload.value))}
    </text>
  );
}
