import { logqlQuery, logqlSelector } from '@oriel/query-scope/testing/generate-logql';
import { promqlQuery, promqlSelector } from '@oriel/query-scope/testing/generate-promql';
import { mutated } from '@oriel/query-scope/testing/mutate';
import { spaced } from '@oriel/query-scope/testing/words';
import fc from 'fast-check';
import { likelyLogql, likelyStreams } from './likely-logql.ts';
import { likelyPromql, likelySelector } from './likely-promql.ts';

export interface Question {
  /** Below `/api/projects/<slug>`, without its search. */
  readonly path: string;
  readonly params: readonly (readonly [name: string, value: string])[];
  readonly posts: boolean;
}

export interface Amount {
  /** Fuzzed queries, half of them PromQL and half LogQL; a fiftieth of that of every other call. */
  readonly queries: number;
  readonly seed: number;
}

const prometheus = (name: string) => `/prometheus/api/v1/${name}`;
const loki = (name: string) => `/loki/api/v1/${name}`;

const bySelector = {
  metrics: ['series', 'labels', 'label/pod/values', 'label/__name__/values', 'query_exemplars'].map(prometheus),
  logs: [
    ...['series', 'labels', 'label', 'label/pod/values', 'index/stats', 'index/volume', 'index/volume_range'],
    ...['patterns', 'detected_fields', 'detected_labels', 'format_query'],
  ].map(loki),
};
const withoutQuery = [
  ...['metadata', 'rules', 'alerts', 'labels', 'label/pod/values', 'status/buildinfo'].map(prometheus),
  ...['labels', 'label/pod/values', 'detected_labels', 'index/volume', 'index/stats', 'series', 'patterns'].map(loki),
  '/loki/prometheus/api/v1/rules',
  '/loki/prometheus/api/v1/alerts',
];

/** Two thirds for data that is stored, so that there is something to leak; the rest from the whole grammar, or mutated. */
function sample(likely: fc.Arbitrary<string>, any: fc.Arbitrary<string>, amount: Sample): string[] {
  const queries = fc.oneof({ weight: 6, arbitrary: likely }, any, mutated(any), mutated(likely));
  return fc.sample(queries, amount);
}

interface Sample {
  readonly numRuns: number;
  readonly seed: number;
}

export function questions({ queries, seed }: Amount): Question[] {
  const end = Math.floor(Date.now() / 1000) + 30;
  const range = [
    ['start', String(end - 3_600)],
    ['end', String(end)],
  ] as const;
  const half = Math.ceil(queries / 2);
  const few = Math.ceil(queries / 50) + 10;
  const ask = (path: string, params: Question['params'], index: number): Question => ({
    path,
    params,
    posts: index % 2 === 0 && !/values$|metadata|status|rules|alerts/.test(path),
  });
  const promql = sample(likelyPromql, promqlQuery, { numRuns: half, seed }).map((query, index) =>
    index % 3 === 0
      ? ask(prometheus('query_range'), [['query', query], ...range, ['step', '600']], index)
      : ask(prometheus('query'), [['query', query]], index),
  );
  const logql = sample(likelyLogql, logqlQuery, { numRuns: half, seed }).map((query, index) =>
    index % 3 === 0
      ? ask(loki('query'), [['query', query]], index)
      : ask(loki('query_range'), [['query', query], ...range, ['step', '600']], index),
  );
  const metrics = sample(spaced(likelySelector), fc.oneof(spaced(promqlSelector), promqlQuery), {
    numRuns: few,
    seed,
  }).flatMap((selector, index) =>
    bySelector.metrics.map((path) =>
      ask(path, [[path.endsWith('exemplars') ? 'query' : 'match[]', selector], ...range], index),
    ),
  );
  const logs = sample(spaced(likelyStreams), fc.oneof(spaced(logqlSelector), logqlQuery), {
    numRuns: few,
    seed,
  }).flatMap((selector, index) =>
    bySelector.logs.map((path) =>
      ask(path, [[path.endsWith('series') ? 'match[]' : 'query', selector], ...range], index),
    ),
  );
  const bare = withoutQuery.map((path) => ask(path, path.includes('/loki/api') ? range : [], 1));
  return [...bare, ...promql, ...logql, ...metrics, ...logs];
}
