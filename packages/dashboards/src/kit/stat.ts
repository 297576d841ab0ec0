import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  ReduceDataOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { type Limits, thresholds, thresholdsBelow } from './colours.ts';
import type { About, Links } from './panel.ts';
import { type Queries, targetsOf } from './queries.ts';

export interface Stat extends About {
  readonly query: Queries;
  readonly limits?: Limits;
  /** For values of which less is worse. */
  readonly below?: Required<Limits>;
  readonly decimals?: number;
  readonly links?: Links;
}

/** One number for the end of the range; coloured only where it deviates. */
export function stat({ title, description, unit, query, limits = {}, below, decimals, links }: Stat) {
  const panel = new PanelBuilder()
    .title(title)
    .description(description)
    .unit(unit)
    .targets(targetsOf([query], 'instant'))
    .thresholds(below ? thresholdsBelow(below) : thresholds(limits))
    .colorMode(BigValueColorMode.Value)
    .graphMode(BigValueGraphMode.None)
    .textMode(BigValueTextMode.Value)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']));
  if (decimals !== undefined) panel.decimals(decimals);
  if (links) panel.dataLinks(links);
  return panel;
}
