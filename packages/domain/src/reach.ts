/**
 * A rectangle of a project's telemetry: every namespace listed in every cluster listed. Clusters by the value of the
 * platform label `cluster`. `[]` stands for none, and never for all.
 */
export interface ReachPart {
  readonly clusters: 'all' | readonly string[];
  readonly namespaces: 'all' | readonly string[];
}

/** What of a project's telemetry somebody may read: all of it, or the union of parts. No part: nothing. */
export type Reach = 'all' | readonly ReachPart[];

/** The union as few parts: `'all'` where one part covers everything; a part within another is left out. */
export function normaliseReach(parts: readonly ReachPart[]): Reach {
  const some = parts.filter(({ clusters, namespaces }) => clusters.length > 0 && namespaces.length > 0);
  if (some.some(({ clusters, namespaces }) => clusters === 'all' && namespaces === 'all')) return 'all';
  const merged = mergeBy(mergeBy(some, 'clusters', 'namespaces'), 'namespaces', 'clusters');
  return merged.filter(
    (part, index) =>
      !merged.some((other, at) => at !== index && covers(other, part) && (at < index || !covers(part, other))),
  );
}

/** What lies in both. */
export function intersectReach(one: Reach, other: Reach): Reach {
  if (one === 'all') return other;
  if (other === 'all') return one;
  return normaliseReach(
    one.flatMap((a) =>
      other.map((b) => ({
        clusters: intersect(a.clusters, b.clusters),
        namespaces: intersect(a.namespaces, b.namespaces),
      })),
    ),
  );
}

type Names = ReachPart['clusters'];
type Side = keyof ReachPart;

/** Parts that agree on one side become one: their other sides add up. */
function mergeBy(parts: readonly ReachPart[], same: Side, add: Side): ReachPart[] {
  const groups = new Map<string, ReachPart>();
  for (const part of parts) {
    const key = JSON.stringify(part[same] === 'all' ? 'all' : [...part[same]].sort());
    const before = groups.get(key);
    groups.set(key, before ? { ...before, [add]: unite(before[add], part[add]) } : part);
  }
  return [...groups.values()];
}

function unite(one: Names, other: Names): Names {
  return one === 'all' || other === 'all' ? 'all' : [...new Set([...one, ...other])];
}

function intersect(one: Names, other: Names): Names {
  if (one === 'all') return other;
  return other === 'all' ? one : one.filter((name) => other.includes(name));
}

function covers(outer: ReachPart, inner: ReachPart): boolean {
  return includes(outer.clusters, inner.clusters) && includes(outer.namespaces, inner.namespaces);
}

function includes(outer: Names, inner: Names): boolean {
  return outer === 'all' || (inner !== 'all' && inner.every((name) => outer.includes(name)));
}
