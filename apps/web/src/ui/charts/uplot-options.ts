import uPlot from 'uplot';
import { seriesLook } from './series-stats.ts';
import { timeTicks } from './time-axis.ts';
import type { TimeSeriesGraphProps } from './time-series-types.ts';
import { valueStep, valueTicks } from './value-axis.ts';

type Hooks = { onSelectRange: (from: number, to: number) => void; onHover: (index: number | null) => void };

const FONT = '500 11px "Inter Variable", Inter, system-ui, sans-serif';

/** Room that a label takes, in pixels: along the time axis, and along the axis of values. */
const TIME_SPACE = 84;
const VALUE_SPACE = 44;

/** Reads the theme's colours from the page; call again when the theme changes. */
function colours(): (token: string) => string {
  const style = getComputedStyle(document.documentElement);
  return (token) => style.getPropertyValue(`--${token}`).trim();
}

/** uPlot counts in seconds; times come in and go out as milliseconds. */
export function uplotOptions(
  props: Pick<TimeSeriesGraphProps, 'series' | 'format' | 'scale' | 'range'>,
  size: { width: number; height: number; zone: string },
  hidden: ReadonlySet<string>,
  hooks: Hooks,
): uPlot.Options {
  const colour = colours();
  const { from, to } = props.range;
  const times = (plot: uPlot) => timeTicks(from, to, Math.max(2, plot.width / TIME_SPACE), size.zone);
  const step = (min: number, max: number) =>
    valueStep(max - min, Math.max(2, size.height / VALUE_SPACE), props.scale ?? 'decimal');
  const axis = {
    stroke: colour('ink3'),
    font: FONT,
    ticks: { show: false },
    grid: { stroke: colour('line1'), width: 1 },
  };
  return {
    width: size.width,
    height: size.height,
    legend: { show: false },
    padding: [8, 8, 0, 0],
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), size.zone),
    scales: { x: { time: true, range: [from / 1000, to / 1000] } },
    cursor: {
      drag: { x: true, y: false, setScale: false },
      points: { size: 6 },
      y: false,
    },
    axes: [
      {
        ...axis,
        size: 24,
        gap: 4,
        splits: (plot) => times(plot).map(({ at }) => at / 1000),
        values: (plot) => times(plot).map(({ text }) => text),
      },
      {
        ...axis,
        size: (_, values) => 12 + Math.max(3, ...(values ?? []).map((value) => value.length)) * 6.5,
        gap: 6,
        splits: (_plot, _axis, min, max) => valueTicks(min, max, step(min, max)),
        values: (_, splits) => splits.map((value) => props.format(value, (splits[1] ?? value) - (splits[0] ?? value))),
      },
    ],
    series: [
      {},
      ...props.series.map((series, index) => {
        const { slot, dash } = seriesLook(index);
        return {
          label: series.name,
          show: !hidden.has(series.id),
          stroke: colour(`series-${slot}`),
          width: 1.5,
          dash,
          points: { show: false },
          spanGaps: false,
        };
      }),
    ],
    hooks: {
      setCursor: [(plot) => hooks.onHover(plot.cursor.idx ?? null)],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width < 4) return;
          hooks.onSelectRange(plot.posToVal(left, 'x') * 1000, plot.posToVal(left + width, 'x') * 1000);
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}
