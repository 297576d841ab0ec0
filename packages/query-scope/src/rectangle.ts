import type { ReachPart } from '@oriel/domain/reach';

type Names = ReachPart['clusters'];

/** The rectangle that the parts are for these values of the two labels, undefined where they make none. */
export function rectangleFor(
  parts: readonly ReachPart[],
  clusters: ReadonlySet<string> | undefined,
  namespaces: ReadonlySet<string> | undefined,
): ReachPart | undefined {
  const [first, ...others] = parts;
  if (others.length === 0) return first;
  const turned = () => byClusters(parts.map(transpose), namespaces);
  const found = byClusters(parts, clusters);
  if (found) return found;
  const other = turned();
  return other && transpose(other);
}

function transpose({ clusters, namespaces }: ReachPart): ReachPart {
  return { clusters: namespaces, namespaces: clusters };
}

function byClusters(parts: readonly ReachPart[], pinned: ReadonlySet<string> | undefined): ReachPart | undefined {
  const listed = [...new Set(parts.flatMap(({ clusters }) => (clusters === 'all' ? [] : clusters)))];
  const isOpen = pinned === undefined && parts.some(({ clusters }) => clusters === 'all');
  const read = [...(pinned ?? listed)]
    .map((cluster) => ({ cluster, namespaces: namespacesIn(parts, cluster) }))
    .filter(({ namespaces }) => namespaces.length > 0);
  const distinct = new Map(read.map(({ namespaces }) => [JSON.stringify(namespaces), namespaces]));
  if (isOpen) {
    const elsewhere = namespacesIn(parts, undefined);
    distinct.set(JSON.stringify(elsewhere), elsewhere);
  }
  if (distinct.size > 1) return undefined;
  const [namespaces] = distinct.values();
  // What is pinned lies outside: beside the listed clusters it matches nothing.
  if (namespaces === undefined) return { clusters: listed, namespaces: 'all' };
  return { clusters: isOpen ? 'all' : read.map(({ cluster }) => cluster), namespaces };
}

/** What may be read of a cluster; without one, of those that no part names. */
function namespacesIn(parts: readonly ReachPart[], cluster: string | undefined): Names {
  const names = new Set<string>();
  for (const part of parts) {
    const isMeant = part.clusters === 'all' || (cluster !== undefined && part.clusters.includes(cluster));
    if (!isMeant) continue;
    if (part.namespaces === 'all') return 'all';
    for (const name of part.namespaces) names.add(name);
  }
  return [...names].sort();
}
