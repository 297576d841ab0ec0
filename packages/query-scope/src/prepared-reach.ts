import { normaliseReach, type Reach, type ReachPart } from '@oriel/domain/reach';
import { type Matcher, matchAny, valuesOf } from './matcher.ts';
import { rectangleFor } from './rectangle.ts';
import { refuseEmptyReach, refuseQuery } from './refusal.ts';

type Names = ReachPart['clusters'];
type Lookup = 'all' | ReadonlySet<string>;

/** A part of a project, ready to narrow by: its names are looked up, its matchers written once. */
export interface Parts {
  readonly parts: readonly ReachPart[];
  readonly lookups: readonly { readonly clusters: Lookup; readonly namespaces: Lookup }[];
  /** The matchers of every selector, where the parts are one rectangle. */
  readonly fixed: readonly Matcher[] | undefined;
}
export type PreparedReach = 'all' | Parts;

/** A scope narrows many queries by the same reach. */
const known = new WeakMap<readonly ReachPart[], PreparedReach>();

/**
 * A nameless cluster or namespace grants nothing: as a matcher it would stand for series without the label.
 *
 * @throws OrielError `not_found` for an empty reach.
 */
export function prepareReach(reach: Reach): PreparedReach {
  if (reach === 'all') return 'all';
  const earlier = known.get(reach);
  if (earlier) return earlier;
  const named = (names: Names): Names => (names === 'all' ? 'all' : names.filter((name) => name !== ''));
  const parts = normaliseReach(
    reach.map(({ clusters, namespaces }) => ({ clusters: named(clusters), namespaces: named(namespaces) })),
  );
  const prepared = parts === 'all' ? 'all' : prepareParts(parts);
  known.set(reach, prepared);
  return prepared;
}

export function prepareParts(parts: readonly ReachPart[]): Parts {
  const [first, ...others] = parts;
  if (first === undefined) throw refuseEmptyReach();
  const lookup = (names: Names): Lookup => (names === 'all' ? 'all' : new Set(names));
  return {
    parts,
    lookups: parts.map(({ clusters, namespaces }) => ({ clusters: lookup(clusters), namespaces: lookup(namespaces) })),
    fixed: others.length === 0 ? matchersOf(first) : undefined,
  };
}

/**
 * The matchers to add to a selector that has these.
 *
 * @throws OrielError where the parts make no rectangle for what the selector pins.
 */
export function matchersToAdd({ parts, fixed }: Parts, own: readonly Matcher[]): readonly Matcher[] {
  if (fixed) return fixed;
  const rectangle = rectangleFor(parts, valuesOf(own, 'cluster'), valuesOf(own, 'namespace'));
  if (rectangle) return matchersOf(rectangle);
  const example = parts.flatMap(({ clusters }) => (clusters === 'all' ? [] : clusters))[0] ?? 'name';
  throw refuseQuery(
    `your namespaces differ from cluster to cluster. Add one cluster to each selector, for example cluster="${example}".`,
  );
}

function matchersOf({ clusters, namespaces }: ReachPart): readonly Matcher[] {
  return [
    ...(clusters === 'all' ? [] : [matchAny('cluster', clusters)]),
    ...(namespaces === 'all' ? [] : [matchAny('namespace', namespaces)]),
  ];
}

/** Whether labels with these values lie within the reach; undefined stands for any value at all. */
export function isWithin(reach: PreparedReach, cluster: string | undefined, namespace: string | undefined): boolean {
  if (reach === 'all') return true;
  return reach.lookups.some((part) => holds(part.clusters, cluster) && holds(part.namespaces, namespace));
}

/** Whether a selector with these matchers reads nothing but what lies within the reach. */
export function implies(reach: PreparedReach, matchers: readonly Matcher[]): boolean {
  if (reach === 'all') return true;
  const clusters = [...(valuesOf(matchers, 'cluster') ?? [undefined])];
  const namespaces = [...(valuesOf(matchers, 'namespace') ?? [undefined])];
  const isInOnePart = reach.lookups.some(
    (part) =>
      clusters.every((cluster) => holds(part.clusters, cluster)) &&
      namespaces.every((namespace) => holds(part.namespaces, namespace)),
  );
  return (
    isInOnePart || clusters.every((cluster) => namespaces.every((namespace) => isWithin(reach, cluster, namespace)))
  );
}

function holds(names: Lookup, name: string | undefined): boolean {
  return names === 'all' || (name !== undefined && names.has(name));
}
