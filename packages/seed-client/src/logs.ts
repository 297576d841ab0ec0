import { z } from 'zod';
import { type InstantSeries, labels, matrix, type RangeSeries, success, vector } from './answers.ts';
import type { TimeRange, Where } from './metrics.ts';
import { call, type FormValue } from './request.ts';
import { type Upstream, upstream, upstreamAtSeed } from './upstream.ts';

/** Nanoseconds since 1970 as text, the line, and since Loki 3 structured metadata. */
const entry = z.tuple([z.string(), z.string()]).rest(z.unknown());
const streams = success(
  z.object({ resultType: z.literal('streams'), result: z.array(z.object({ stream: labels, values: z.array(entry) })) }),
);
const stats = z.object({ streams: z.number(), chunks: z.number(), entries: z.number(), bytes: z.number() });

export interface LogLine {
  readonly labels: Readonly<Record<string, string>>;
  /** Nanoseconds since 1970. */
  readonly at: bigint;
  readonly line: string;
}

/** Lines of a log query, in the order asked for; at most `limit` (100). Times are Unix seconds. */
export async function queryLogs(
  where: Where,
  query: string,
  options: TimeRange & { readonly limit?: number; readonly direction?: 'forward' | 'backward' },
): Promise<LogLine[]> {
  const { start, end, limit = 100, direction = 'backward' } = options;
  const form = { query, start: nanoseconds(start), end: nanoseconds(end), limit, direction };
  const { result } = await post(where, '/loki/api/v1/query_range', form, streams);
  const lines = result.flatMap(({ stream, values }) =>
    values.map(([at, line]) => ({ labels: stream, at: BigInt(at), line })),
  );
  const sign = direction === 'backward' ? -1 : 1;
  return lines.sort((a, b) => sign * (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** A metric query over logs, evaluated at one moment (Unix seconds; now by default). */
export async function queryLogMetrics(where: Where, query: string, at?: number): Promise<InstantSeries[]> {
  const form = { query, time: at === undefined ? undefined : nanoseconds(at) };
  return post(where, '/loki/api/v1/query', form, vector);
}

export async function queryLogMetricsRange(
  where: Where,
  query: string,
  { start, end, step }: TimeRange & { readonly step: number },
): Promise<RangeSeries[]> {
  const form = { query, start: nanoseconds(start), end: nanoseconds(end), step };
  return post(where, '/loki/api/v1/query_range', form, matrix);
}

/**
 * What the index knows about a selection, without reading a line: streams, chunks, entries, bytes. A Loki in one process
 * leaves out what it still holds in memory, the last half hour or so; `logVolume` has it.
 */
export async function logStats(where: Where, selector: string, range: TimeRange) {
  const form = { query: selector, start: nanoseconds(range.start), end: nanoseconds(range.end) };
  return post(where, '/loki/api/v1/index/stats', form, stats);
}

/** Bytes per value of the labels asked for, from the index alone. */
export async function logVolume(
  where: Where,
  selector: string,
  options: TimeRange & { targetLabels?: string; limit?: number },
) {
  const { start, end, targetLabels, limit } = options;
  const form = { query: selector, start: nanoseconds(start), end: nanoseconds(end), targetLabels, limit };
  const series = await post(where, '/loki/api/v1/index/volume', form, vector);
  return series.map(({ labels: group, value }) => ({ labels: group, bytes: value }));
}

export async function logSeries(where: Where, selectors: readonly string[], range: TimeRange) {
  const form = { 'match[]': selectors, start: nanoseconds(range.start), end: nanoseconds(range.end) };
  return post(where, '/loki/api/v1/series', form, success(z.array(labels)));
}

export async function logLabelValues(where: Where, label: string, range: TimeRange) {
  return call(target(where), {
    store: 'logs',
    method: 'GET',
    path: `/loki/api/v1/label/${encodeURIComponent(label)}/values`,
    form: { start: nanoseconds(range.start), end: nanoseconds(range.end) },
    // Loki leaves the list out where there is nothing.
    schema: success(z.array(z.string()).default([])),
    signal: where.signal,
  });
}

function post<Schema extends z.ZodType>(where: Where, path: string, form: Record<string, FormValue>, schema: Schema) {
  return call(target(where), { store: 'logs', path, form, schema, signal: where.signal });
}

function target({ scope, seedId }: Where): Upstream {
  return seedId === undefined ? upstream(scope, 'logs') : upstreamAtSeed(scope, 'logs', seedId);
}

/** A number would lose digits: nanoseconds since 1970 need 61 bits. */
function nanoseconds(unixSeconds: number): string {
  return (BigInt(Math.round(unixSeconds * 1000)) * 1_000_000n).toString();
}
