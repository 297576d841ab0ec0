'use client';
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import { formatWithin } from '../format/time.ts';
import { useResolvedTheme } from '../theme/use-theme.ts';
import { useZone } from '../time/zone.tsx';
import { SeriesLegend } from './series-legend.tsx';
import type { TimeSeriesGraphProps } from './time-series-types.ts';
import { uplotOptions } from './uplot-options.ts';

const DEFAULT_HEIGHT = 280;

/** The canvas and its legend. Loaded lazily by TimeSeriesGraph. */
export default function TimeSeriesView(props: TimeSeriesGraphProps) {
  const { label, times, series, format, scale, range, height = DEFAULT_HEIGHT, onSelectRange } = props;
  const { zone } = useZone();
  const theme = useResolvedTheme();
  const box = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [hover, setHover] = useState<number | null>(null);
  const callbacks = useRef({ format, onSelectRange });
  callbacks.current = { format, onSelectRange };
  const { from, to } = range;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `theme` is read from the page's CSS variables.
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const options = uplotOptions(
      { series, scale, range: { from, to }, format: (value, step) => callbacks.current.format(value, step) },
      { width: element.clientWidth, height, zone },
      hidden,
      { onHover: setHover, onSelectRange: (start, end) => callbacks.current.onSelectRange?.(start, end) },
    );
    const data = [times.map((time) => time / 1000), ...series.map((one) => one.values)] as uPlot.AlignedData;
    const plot = new uPlot(options, data, element);
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [times, series, scale, from, to, height, zone, theme, hidden]);

  function toggle(id: string) {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    setHidden(next);
  }

  const at = hover === null ? undefined : times[hover];
  return (
    <div className="min-w-0">
      <div ref={box} role="img" aria-label={label} className="oriel-plot" style={{ height }} />
      <SeriesLegend
        series={series}
        format={format}
        hidden={hidden}
        onToggle={toggle}
        hover={hover === null || at === undefined ? null : { index: hover, when: formatWithin(at, range, zone) }}
      />
    </div>
  );
}
