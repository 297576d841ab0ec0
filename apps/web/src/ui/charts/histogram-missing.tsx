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

/** What did not answer, over the bars of a plot from `from` to `to`; inside the right end of a late, narrow span. */
export function MissingLabel({ missing, from, to }: { missing: MissingSpan; from: number; to: number }) {
  const share = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from)));
  const [left, right] = [share(missing.from), share(missing.to)];
  const edge = left > 0.8 && right - left < 0.12 ? { right: 1 - right } : { left };
  return (
    <span
      className="pointer-events-none absolute top-0 z-10 mx-1.5 bg-surface px-[3px] text-caption font-medium whitespace-nowrap text-warn phone:hidden"
      style={Object.fromEntries(Object.entries(edge).map(([side, at]) => [side, `${(at * 100).toFixed(2)}%`]))}
    >
      {missing.label}
    </span>
  );
}
