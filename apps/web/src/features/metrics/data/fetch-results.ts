import type { StoreClient } from '@/features/query/store-client.ts';
import { type InstantData, type InstantTable, readInstant } from './read-instant.ts';
import { type GraphData, type MatrixSeries, readMatrix } from './read-matrix.ts';
import type { Run } from './run.ts';
import { timesOf } from './step.ts';

/** More series than these are cut by the store, so that no answer can freeze the browser. */
export const MOST_FETCHED = 5000;

export interface Fetched<Data> {
  readonly data: Data;
  /** The query that this answers, as the person wrote it. */
  readonly text: string;
  readonly tookMs: number;
  /** The store had more than it gave. */
  readonly cut: boolean;
  /** A scope was chosen, but the query has nothing that it could narrow. */
  readonly unscoped: boolean;
}

/** The query over the run's range. Throws StoreError. */
export async function fetchGraph(
  store: StoreClient,
  run: Run,
  text: string,
  signal: AbortSignal,
): Promise<Fetched<GraphData>> {
  const { query, unscoped } = await narrow(text, run.clusters);
  const times = timesOf(run.from, run.to, run.stepMs);
  const bounds = { start: (times[0] ?? run.to) / 1000, end: run.to / 1000, step: run.stepMs / 1000 };
  const { data, tookMs } = await store.post<{ result: readonly MatrixSeries[] }>(
    'query_range',
    { query, ...bounds, limit: MOST_FETCHED },
    signal,
  );
  const graph = readMatrix(data.result, run, text);
  return { data: graph, text, tookMs, cut: data.result.length >= MOST_FETCHED, unscoped };
}

/** The query at the end of the run's range. Throws StoreError. */
export async function fetchTable(
  store: StoreClient,
  run: Run,
  text: string,
  signal: AbortSignal,
): Promise<Fetched<InstantTable>> {
  const { query, unscoped } = await narrow(text, run.clusters);
  const params = { query, time: run.to / 1000, limit: MOST_FETCHED };
  const { data, tookMs } = await store.post<InstantData>('query', params, signal);
  const table = readInstant(data, text);
  return { data: table, text, tookMs, cut: table.rows.length >= MOST_FETCHED, unscoped };
}

/** The grammar is loaded only for those who chose clusters. */
async function narrow(text: string, clusters: readonly string[]) {
  if (clusters.length === 0) return { query: text, unscoped: false };
  const { scopeQuery } = await import('../promql/scope-query.ts');
  const { query, scoped } = scopeQuery(text, clusters);
  return { query, unscoped: !scoped };
}
