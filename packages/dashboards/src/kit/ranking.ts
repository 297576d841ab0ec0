import { PanelBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import {
  BarGaugeDisplayMode,
  BarGaugeValueMode,
  ReduceDataOptionsBuilder,
  VizOrientation,
  VizTextDisplayOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { fixed, series } from './colours.ts';
import type { About, Links } from './panel.ts';
import { type Queries, targetsOf } from './queries.ts';

export interface Ranking extends About {
  /** Sorted and cut by itself: `sort_desc(topk(12, …))`. */
  readonly query: Queries;
  readonly colour?: string;
  readonly links?: Links;
}

/** Names with a bar each, the longest on top. Tables cannot show what Loki answers to an instant query. */
export function ranking({ title, description, unit, query, colour = series.petrol, links }: Ranking) {
  const panel = new PanelBuilder()
    .title(title)
    .description(description)
    .unit(unit)
    .min(0)
    .noValue('0')
    .targets(targetsOf([query], 'instant'))
    .orientation(VizOrientation.Horizontal)
    .displayMode(BarGaugeDisplayMode.Basic)
    .valueMode(BarGaugeValueMode.Text)
    .showUnfilled(false)
    .minVizHeight(16)
    .text(new VizTextDisplayOptionsBuilder().titleSize(12).valueSize(12))
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']))
    .colorScheme(fixed(colour));
  if (links) panel.dataLinks(links);
  return panel;
}
