import type { AuthorizedScope } from '@oriel/domain/scope';
import { z } from 'zod';
import { type InstantSeries, labels, matrix, type RangeSeries, success, vector } from './answers.ts';
import { call, type FormValue } from './request.ts';
import { type Upstream, upstream, upstreamAtSeed } from './upstream.ts';

export interface Where {
  readonly scope: AuthorizedScope;
  /** Only this seed of the project; without it the project must be at one seed. */
  readonly seedId?: string;
  readonly signal?: AbortSignal;
}

/** Times are Unix seconds. All functions throw OrielError: `bad_input` carries the store's own message. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** An instant query whose result is a vector; `at` defaults to now. */
export async function queryMetrics(where: Where, query: string, at?: number): Promise<InstantSeries[]> {
  return post(where, '/api/v1/query', { query, time: at }, vector);
}

export async function queryMetricsRange(
  where: Where,
  query: string,
  { start, end, step }: TimeRange & { readonly step: number },
): Promise<RangeSeries[]> {
  return post(where, '/api/v1/query_range', { query, start, end, step }, matrix);
}

export async function metricSeries(where: Where, selectors: readonly string[], range: TimeRange) {
  return post(where, '/api/v1/series', { 'match[]': selectors, ...range }, success(z.array(labels)));
}

/** Values of one label. Goes by GET, the only method this path has. */
export async function metricLabelValues(
  where: Where,
  label: string,
  options: Partial<TimeRange> & { match?: readonly string[] } = {},
) {
  const { match, ...range } = options;
  const path = `/api/v1/label/${encodeURIComponent(label)}/values`;
  return call(target(where), {
    store: 'metrics',
    method: 'GET',
    path,
    form: { 'match[]': match, ...range },
    schema: success(z.array(z.string())),
    signal: where.signal,
  });
}

function post<Schema extends z.ZodType>(where: Where, path: string, form: Record<string, FormValue>, schema: Schema) {
  return call(target(where), { store: 'metrics', path, form, schema, signal: where.signal });
}

function target({ scope, seedId }: Where): Upstream {
  return seedId === undefined ? upstream(scope, 'metrics') : upstreamAtSeed(scope, 'metrics', seedId);
}
