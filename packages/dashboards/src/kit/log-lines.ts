import { LogsDedupStrategy, LogsSortOrder } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/logs';
import type { About } from './panel.ts';
import { type Queries, targetsOf } from './queries.ts';

/** The lines themselves, the newest on top. */
export function logLines({ title, description, query }: Omit<About, 'unit'> & { readonly query: Queries }) {
  return new PanelBuilder()
    .title(title)
    .description(description)
    .targets(targetsOf([query], 'range'))
    .showTime(true)
    .wrapLogMessage(true)
    .enableLogDetails(true)
    .dedupStrategy(LogsDedupStrategy.None)
    .sortOrder(LogsSortOrder.Descending);
}
