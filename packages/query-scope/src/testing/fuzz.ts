import type { Reach, ReachPart } from '@oriel/domain/reach';
import fc from 'fast-check';
import type { Store } from '../calls.ts';
import { narrowLogql } from '../logql.ts';
import { narrowPromql } from '../promql.ts';
import { narrowRequest } from '../request.ts';
import { logqlQuery, logqlSelector } from './generate-logql.ts';
import { promqlQuery, promqlSelector } from './generate-promql.ts';
import { type Asked, judge, type Verdict } from './judge.ts';
import { mutated } from './mutate.ts';
import { type Judged, universe, whyChanged, whyWidened } from './oracles.ts';
import { spaced } from './words.ts';

type Narrow = (query: string, reach: Reach) => readonly string[];

export interface FuzzReport {
  readonly seed: number;
  readonly queries: number;
  /** Passed on, narrowed. */
  readonly narrowed: number;
  /** Of those, what the store's parser refuses: it reads nothing. */
  readonly unreadable: number;
  readonly refused: number;
  /** Refused although the store's parser reads them: safe, and less useful. */
  readonly refusedReadable: number;
  /** Passed on, and reads outside the reach: must be empty. */
  readonly widened: readonly Finding[];
  /** Passed on, and says something else than the person asked within the reach: must be empty. */
  readonly changed: readonly Finding[];
  /** Refused by something else than a sentence: must be empty. */
  readonly crashed: readonly Finding[];
}

interface Finding {
  readonly query: string;
  readonly narrowed: readonly string[];
  readonly why: string;
}

const reaches: readonly (readonly ReachPart[])[] = [
  [{ clusters: ['a'], namespaces: 'all' }],
  [{ clusters: ['a.1', 'a|b', '.*'], namespaces: ['x', '"x"'] }],
  [{ clusters: 'all', namespaces: ['x', 'y'] }],
  [
    { clusters: ['a'], namespaces: ['x', 'y'] },
    { clusters: ['b'], namespaces: ['z'] },
  ],
  [
    { clusters: 'all', namespaces: ['x'] },
    { clusters: ['a'], namespaces: 'all' },
  ],
];

const asParameter =
  (store: Store, path: string, name: string): Narrow =>
  (query, reach) =>
    narrowRequest({ store, path, params: new URLSearchParams({ [name]: query }) }, reach).params.getAll(name);

/** Selectors go the way of a request, where they may become several. */
const kinds: Readonly<Record<Asked['kind'], { readonly query: fc.Arbitrary<string>; readonly narrow: Narrow }>> = {
  promql: { query: promqlQuery, narrow: (query, reach) => [narrowPromql(query, reach)] },
  logql: { query: logqlQuery, narrow: (query, reach) => [narrowLogql(query, reach)] },
  'promql-selector': {
    query: spaced(promqlSelector),
    narrow: asParameter('metrics', '/api/v1/series', 'match[]'),
  },
  'logql-selector': {
    query: spaced(logqlSelector),
    narrow: asParameter('logs', '/loki/api/v1/labels', 'query'),
  },
};

export const fuzzKinds = Object.keys(kinds) as readonly Asked['kind'][];

interface FuzzOptions {
  readonly queries: number;
  readonly seed: number;
  /** Another way to narrow: the judge must see where it fails. */
  readonly narrow?: Narrow;
}

/** Half of the queries from the grammar, half mutated, each narrowed to one of the reaches and judged. */
export async function judgeNarrowing(kind: Asked['kind'], options: FuzzOptions): Promise<FuzzReport> {
  const { queries, seed, narrow = kinds[kind].narrow } = options;
  const { query } = kinds[kind];
  const texts = fc.sample(fc.oneof(query, mutated(query)), { numRuns: queries, seed });
  const attempts = texts.map((text, index) => attempt(text, reaches[index % reaches.length] ?? [], narrow));
  const asked = [...texts, ...attempts.flatMap(({ narrowed }) => narrowed)].map((text) => ({ kind, query: text }));
  const verdicts = await judge(universe, asked);
  let next = texts.length;
  const judged = attempts.map((one, index) => {
    const after = verdicts.slice(next, next + one.narrowed.length);
    next += one.narrowed.length;
    return { ...one, before: verdicts[index] as Verdict, after };
  });
  const passed = judged.filter(({ narrowed }) => narrowed.length > 0);
  const refused = judged.filter(({ narrowed }) => narrowed.length === 0);
  const findings = (why: (one: Attempt & Judged) => string | undefined): Finding[] =>
    judged.flatMap((one) => {
      const reason = why(one);
      return reason === undefined ? [] : [{ query: one.query, narrowed: one.narrowed, why: reason }];
    });
  return {
    seed,
    queries,
    narrowed: passed.length,
    unreadable: passed.filter(({ after }) => after.every(({ error }) => error !== undefined)).length,
    refused: refused.length,
    refusedReadable: refused.filter((one) => one.before.error === undefined).length,
    widened: findings(whyWidened),
    changed: findings(whyChanged),
    crashed: findings(({ crash }) => crash),
  };
}

interface Attempt {
  readonly query: string;
  readonly reach: readonly ReachPart[];
  /** Empty where it was refused. */
  readonly narrowed: readonly string[];
  readonly crash: string | undefined;
}

function attempt(query: string, reach: readonly ReachPart[], narrow: Narrow): Attempt {
  try {
    return { query, reach, narrowed: narrow(query, reach), crash: undefined };
  } catch (error) {
    const { name, message } = error as Error;
    return { query, reach, narrowed: [], crash: name === 'OrielError' ? undefined : `${name}: ${message}` };
  }
}
