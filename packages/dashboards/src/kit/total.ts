import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  ReduceDataOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { thresholds, thresholdsBelow } from './colours.ts';
import { targetsOf } from './queries.ts';
import type { Stat } from './stat.ts';

/**
 * One number over all projects and seeds. The query gives a row for each, and the panel makes one of them: what comes
 * from several seeds, or from more tenants than one request takes, is only put in a row by the gateway, never added up.
 */
export function total({ title, description, unit, query, limits = {}, below, decimals, of = 'sum' }: Total) {
  const panel = new PanelBuilder()
    .title(title)
    .description(description)
    .unit(unit)
    .noValue('0')
    .targets(targetsOf([query], 'table'))
    .thresholds(below ? thresholdsBelow(below) : thresholds(limits))
    .colorMode(BigValueColorMode.Value)
    .graphMode(BigValueGraphMode.None)
    .textMode(BigValueTextMode.Value)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs([of]).fields('/^Value.*$/'));
  if (decimals !== undefined) panel.decimals(decimals);
  return panel;
}

interface Total extends Omit<Stat, 'links'> {
  readonly of?: 'sum' | 'min' | 'max';
}
