import type { ReachPart } from '@oriel/domain/reach';
import type { Matcher } from '../matcher.ts';
import type { Verdict } from './judge.ts';
import { clusterNames, namespaceNames } from './words.ts';

/** Pairs of cluster and namespace that selectors are tried with; an empty one stands for a missing label. */
export const universe = clusterNames.flatMap((cluster) =>
  namespaceNames.map((namespace): readonly [string, string] => [cluster, namespace]),
);

/** One query before and after narrowing, as the store's parser reads it. */
export interface Judged {
  readonly reach: readonly ReachPart[];
  readonly before: Verdict;
  /** What was passed on: several where `match[]` was split into parts. */
  readonly after: readonly Verdict[];
}

/** By which pairs the selectors would read, not by how they are written. */
export function whyWidened({ reach, after }: Judged): string | undefined {
  const implicit = after.flatMap(({ calls = [] }) => calls).find((call) => call === 'info' || call === 'variants');
  if (implicit !== undefined) return `calls ${implicit}`;
  for (const { passes } of after.flatMap(({ selectors }) => selectors)) {
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

/** The same query with more matchers, all of them for cluster and namespace. */
export function whyChanged({ before, after }: Judged): string | undefined {
  if (before.error !== undefined) return undefined;
  for (const one of after) {
    if (one.error !== undefined) return one.error;
    if (before.shape !== one.shape) return `${before.shape} became ${one.shape}`;
    if (before.selectors.length !== one.selectors.length) return 'another number of selectors';
    for (const [index, { matchers }] of before.selectors.entries()) {
      const own = matchers.map(keyOf);
      const now = one.selectors[index]?.matchers ?? [];
      if (!own.every((key) => now.map(keyOf).includes(key))) return `lost a matcher of selector ${index + 1}`;
      const added = now.filter((matcher) => !own.includes(keyOf(matcher)));
      if (added.some(({ name }) => name !== 'cluster' && name !== 'namespace')) return 'got a matcher it should not';
    }
  }
  return undefined;
}

const keyOf = ({ name, op, value }: Matcher) => JSON.stringify([name, op, value]);
