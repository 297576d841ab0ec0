import type { StoreClient } from '@/features/query/store-client.ts';
import { type BucketPlan, type CountResult, type Histogram, planBuckets, readHistogram, type Span } from './buckets.ts';
import { fromMilliseconds } from './nanoseconds.ts';
import type { Run } from './run.ts';

interface CountData {
  readonly result: CountResult;
}

const counted = (by: string, query: string, ms: number) => `sum by (${by}) (count_over_time(${query} [${ms}ms]))`;

/** Lines per level and bucket. The same lines, by the same bounds, as the list's. Throws StoreError. */
export async function fetchHistogram(store: StoreClient, run: Run, signal: AbortSignal): Promise<Histogram> {
  const plan = planBuckets(run.from, run.to);
  const [whole, ...pieces] = await Promise.all([
    fetchWhole(store, run, plan, signal),
    ...plan.pieces.map((span) => countSpan(store, { query: run.everyLevel, by: 'level', span }, signal)),
  ]);
  return readHistogram(plan, { whole, pieces, excluded: run.excludedLevels });
}

async function fetchWhole(store: StoreClient, run: Run, plan: BucketPlan, signal: AbortSignal): Promise<CountResult> {
  if (plan.whole === undefined) return [];
  const params = {
    query: counted('level', run.everyLevel, plan.stepMs),
    start: fromMilliseconds(plan.whole.from + plan.stepMs),
    end: fromMilliseconds(plan.whole.to),
    step: `${plan.stepMs}ms`,
  };
  return (await store.post<CountData>('query_range', params, signal)).data.result;
}

interface CountSpan {
  readonly query: string;
  /** Labels, separated by commas. */
  readonly by: string;
  readonly span: Span;
}

/** How many lines the span holds, per value of the labels. Throws StoreError. */
export async function countSpan(store: StoreClient, { query, by, span }: CountSpan, signal: AbortSignal) {
  const params = { query: counted(by, query, span.to - span.from), time: fromMilliseconds(span.to) };
  return (await store.post<CountData>('query', params, signal)).data.result;
}
