import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import * as loki from '@grafana/grafana-foundation-sdk/loki';
import * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import { dataSources } from './data-sources.ts';

export type Query = (refId: string) => Builder<Dataquery>;
export type Shape = 'range' | 'instant' | 'table';

/**
 * Agents sample once a minute unless a policy says otherwise. As the smallest step this makes $__rate_interval four
 * minutes at least: a shorter one would find a single sample.
 */
const smallestStep = '1m';

/** @param legend of each series, like `{{cluster}}`; tables need none. */
export function metrics(expr: string, legend = ''): Record<Shape, Query> {
  const query = (refId: string) =>
    new prometheus.DataqueryBuilder()
      .refId(refId)
      .datasource(dataSources.metrics)
      .editorMode(prometheus.QueryEditorMode.Code)
      .expr(expr)
      .legendFormat(legend);
  return {
    range: (refId) => query(refId).range().interval(smallestStep),
    instant: (refId) => query(refId).instant(),
    table: (refId) => query(refId).instant().format(prometheus.PromQueryFormat.Table),
  };
}

export function logs(expr: string, legend = ''): Record<Shape, Query> {
  const query = (refId: string) =>
    new loki.DataqueryBuilder()
      .refId(refId)
      .datasource(dataSources.logs)
      .editorMode(loki.QueryEditorMode.Code)
      .expr(expr)
      .legendFormat(legend);
  return {
    range: (refId) => query(refId).queryType('range'),
    instant: (refId) => query(refId).queryType('instant'),
    table: (refId) => query(refId).queryType('instant'),
  };
}

export type Queries = Record<Shape, Query>;

/** `A`, `B`, … in the order of the queries, as Grafana names them. */
export function targetsOf(queries: readonly Queries[], shape: Shape): Builder<Dataquery>[] {
  return queries.map((query, index) => query[shape](String.fromCharCode(65 + index)));
}

/**
 * The `count` largest series over the whole range. A plain topk would choose anew at every step and draw shreds; this
 * chooses once, at the end of the range.
 *
 * @param expression the query with the given modifier behind every selector.
 */
export function largest(count: number, expression: (at: string) => string): string {
  return `${expression('')} and topk(${count}, ${expression(' @ end()')})`;
}
