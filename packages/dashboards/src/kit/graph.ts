import {
  GraphDrawStyle,
  GraphThresholdsStyleConfigBuilder,
  GraphTresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  LineInterpolation,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { type Limits, thresholds } from './colours.ts';
import type { About, Links } from './panel.ts';
import { type Queries, targetsOf } from './queries.ts';

export interface Graph extends About {
  readonly queries: readonly Queries[];
  readonly max?: number;
  /** Drawn as dashed lines. */
  readonly limits?: Limits;
  /** Parts of a whole, on top of each other; `bars` for counts per step. */
  readonly stack?: 'areas' | 'bars';
  /** Series with a colour of their own, by their legend. */
  readonly colours?: Readonly<Record<string, string>>;
  /** Offered when a series is clicked. */
  readonly links?: Links;
}

/** How far an axis reaches at least: all zero, it would reach to 100, and a line of noise would look like a mountain. */
const leastTop: Readonly<Record<string, number>> = {
  percentunit: 0.1,
  short: 1,
  reqps: 0.1,
  pps: 1,
  Bps: 100,
  bytes: 1024,
};

/** Lines over time, with the latest value beside each name. */
export function graph({ title, description, unit, queries, max, limits, stack, colours = {}, links }: Graph) {
  const isBars = stack === 'bars';
  const panel = new PanelBuilder()
    .title(title)
    .description(description)
    .unit(unit)
    .targets(targetsOf(queries, 'range'))
    .min(0)
    .drawStyle(isBars ? GraphDrawStyle.Bars : GraphDrawStyle.Line)
    .lineInterpolation(LineInterpolation.Linear)
    .lineWidth(isBars ? 0 : 1)
    .fillOpacity(isBars ? 80 : stack ? 35 : 6)
    .showPoints(VisibilityMode.Never)
    // A missed sample is no outage; a gap of more than five of them is.
    .spanNulls(300_000)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.PaletteClassic))
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending))
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .showLegend(true)
        .calcs(['lastNotNull']),
    );
  if (max !== undefined) panel.max(max);
  const least = isBars ? 1 : leastTop[unit];
  if (max === undefined && least !== undefined) panel.axisSoftMax(least);
  if (isBars) panel.maxDataPoints(80).interval('15s');
  else panel.interval('1m');
  if (stack) panel.stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group('A'));
  if (limits) {
    panel
      .thresholds(thresholds(limits))
      .thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphTresholdsStyleMode.Dashed));
  }
  if (links) panel.dataLinks(links);
  for (const [name, colour] of Object.entries(colours)) {
    panel.overrideByName(name, [{ id: 'color', value: { mode: FieldColorModeId.Fixed, fixedColor: colour } }]);
  }
  return panel;
}
