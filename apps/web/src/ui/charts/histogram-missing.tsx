import { useId } from 'react';

export type MissingSpan = { from: number; to: number; label: string };

type Box = { x: number; y: number; width: number; height: number };

/** Hatched behind the bars, with a dashed edge where the answers end. */
export function MissingArea({ x, y, width, height }: Box) {
  const hatch = useId();
  return (
    <g>
      <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={1} height={6} className="fill-[color-mix(in_oklab,var(--warn)_30%,transparent)]" />
      </pattern>
      <rect x={x} y={y} width={width} height={height} fill={`url(#${hatch})`} />
      <line x1={x + 0.5} x2={x + 0.5} y1={y} y2={y + height} strokeDasharray="3 2" className="stroke-warn" />
    </g>
  );
}

/** What did not answer, over the bars. `turned`: ends at the span's right edge instead of beginning at its left. */
export function MissingLabel({ x, y, width, text, turned }: Omit<Box, 'height'> & { text: string; turned: boolean }) {
  return (
    <text
      x={turned ? x + width - 9 : x + 10}
      y={y + 8}
      dominantBaseline="central"
      textAnchor={turned ? 'end' : 'start'}
      className="fill-warn stroke-surface stroke-[6px] text-caption font-medium [paint-order:stroke] phone:hidden"
    >
      {text}
    </text>
  );
}
