import type { Reach, ReachPart } from '@oriel/domain/reach';
import fc from 'fast-check';
import { narrowLogql } from '../logql.ts';
import type { Matcher } from '../matcher.ts';
import { narrowPromql } from '../promql.ts';
import { logqlQuery } from './generate-logql.ts';
import { promqlQuery } from './generate-promql.ts';
import { judge, type Verdict } from './judge.ts';
import { mutated } from './mutate.ts';
import { clusterNames, namespaceNames } from './words.ts';

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

export interface Finding {
  readonly query: string;
  readonly narrowed: string | undefined;
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

const universe = clusterNames.flatMap((cluster) =>
  namespaceNames.map((namespace): readonly [string, string] => [cluster, namespace]),
);

const languages = {
  promql: { query: promqlQuery, narrow: narrowPromql },
  logql: { query: logqlQuery, narrow: narrowLogql },
} as const;

interface FuzzOptions {
  readonly queries: number;
  readonly seed: number;
  /** Another way to narrow: the judge must see where it fails. */
  readonly narrow?: (query: string, reach: Reach) => string;
}

/** Half of the queries from the grammar, half mutated, each narrowed to one of the reaches and judged. */
export async function judgeNarrowing(kind: keyof typeof languages, options: FuzzOptions): Promise<FuzzReport> {
  const { queries, seed, narrow = languages[kind].narrow } = options;
  const { query } = languages[kind];
  const texts = fc.sample(fc.oneof(query, mutated(query)), { numRuns: queries, seed });
  const attempts = texts.map((text, index) => attempt(text, reaches[index % reaches.length] ?? [], narrow));
  const before = await judge(
    universe,
    texts.map((text) => ({ kind, query: text })),
  );
  const after = await judge(
    universe,
    attempts.map(({ narrowed }) => ({ kind, query: narrowed ?? '' })),
  );
  const sorted = attempts.map((one, index) => ({
    ...one,
    before: before[index] as Verdict,
    after: after[index] as Verdict,
  }));
  const passed = sorted.filter(({ narrowed }) => narrowed !== undefined);
  const refused = sorted.filter(({ narrowed }) => narrowed === undefined);
  const findings = (why: (one: Judged) => string | undefined): Finding[] =>
    passed.flatMap((one) => {
      const reason = why(one);
      return reason === undefined ? [] : [{ query: one.query, narrowed: one.narrowed, why: reason }];
    });
  return {
    seed,
    queries,
    narrowed: passed.length,
    unreadable: passed.filter((one) => one.after.error !== undefined).length,
    refused: refused.length,
    refusedReadable: refused.filter((one) => one.before.error === undefined).length,
    widened: findings(whyWidened),
    changed: findings(whyChanged),
    crashed: refused.flatMap(({ query: text, crash }) =>
      crash === undefined ? [] : [{ query: text, narrowed: undefined, why: crash }],
    ),
  };
}

interface Attempt {
  readonly query: string;
  readonly reach: readonly ReachPart[];
  readonly narrowed: string | undefined;
  readonly crash: string | undefined;
}
type Judged = Attempt & { readonly before: Verdict; readonly after: Verdict };

function attempt(query: string, reach: readonly ReachPart[], narrow: (query: string, reach: Reach) => string): Attempt {
  try {
    return { query, reach, narrowed: narrow(query, reach), crash: undefined };
  } catch (error) {
    const { name, message } = error as Error;
    return { query, reach, narrowed: undefined, crash: name === 'OrielError' ? undefined : `${name}: ${message}` };
  }
}

/** By what the store's parser would read of each pair of cluster and namespace, not by how it is written. */
function whyWidened({ reach, after }: Judged): string | undefined {
  const implicit = after.calls?.find((call) => call === 'info' || call === 'variants');
  if (implicit !== undefined) return `calls ${implicit}`;
  for (const { passes } of after.selectors) {
    const outside = passes.map((index) => universe[index]).find((pair) => pair && !isInside(reach, pair));
    if (outside) return `reads ${JSON.stringify(outside)}`;
  }
  return undefined;
}

function isInside(reach: readonly ReachPart[], [cluster, namespace]: readonly [string, string]): boolean {
  return reach.some(
    (part) =>
      (part.clusters === 'all' || part.clusters.includes(cluster)) &&
      (part.namespaces === 'all' || part.namespaces.includes(namespace)),
  );
}

/** The same query with matchers more, as the store's parser reads both. */
function whyChanged({ before, after }: Judged): string | undefined {
  if (before.error !== undefined) return undefined;
  if (after.error !== undefined) return after.error;
  if (before.shape !== after.shape) return `${before.shape} became ${after.shape}`;
  if (before.selectors.length !== after.selectors.length) return 'another number of selectors';
  for (const [index, { matchers }] of before.selectors.entries()) {
    const now = (after.selectors[index]?.matchers ?? []).map(keyOf);
    if (!matchers.map(keyOf).every((key) => now.includes(key))) return `lost a matcher of selector ${index + 1}`;
  }
  return undefined;
}

const keyOf = ({ name, op, value }: Matcher) => JSON.stringify([name, op, value]);
