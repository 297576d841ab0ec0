import type { Queryable, Tx } from '@oriel/db/client';
import { OrielError } from '@oriel/domain/errors';
import type { ReachInput } from '../input.ts';
import type { ReachRow } from '../output.ts';

/** As the columns keep it: an empty list stands for all. */
export interface ReachColumns {
  readonly clusterIds: string[];
  readonly namespaces: string[];
}

export interface WantedReach {
  readonly projectId: string;
  readonly reach: ReachInput;
  /** Clusters that stand in the row already: they may stay even where they have been deleted. */
  readonly kept?: readonly string[];
}

/** The list is no foreign key, so this looks, within the transaction that writes it. */
export async function reachColumns(tx: Tx, { projectId, reach, kept = [] }: WantedReach): Promise<ReachColumns> {
  const namespaces = reach.namespaces === 'all' ? [] : [...new Set(reach.namespaces)].sort();
  if (reach.clusters === 'all') return { clusterIds: [], namespaces };
  const clusterIds = [...new Set(reach.clusters)];
  const added = clusterIds.filter((id) => !kept.includes(id));
  const found = await tx.cluster.count({ where: { projectId, id: { in: added } } });
  if (found === added.length) return { clusterIds, namespaces };
  throw new OrielError(
    'bad_input',
    'One of these clusters is not in this project, or was deleted meanwhile. Choose again from the list.',
    { field: 'clusters' },
  );
}

/** What the rows reach, in their order, with one query where any of them names clusters. */
export async function describeReaches(db: Queryable, rows: readonly ReachColumns[]): Promise<ReachRow[]> {
  const ids = [...new Set(rows.flatMap(({ clusterIds }) => clusterIds))];
  const found =
    ids.length === 0 ? [] : await db.cluster.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return rows.map(({ clusterIds, namespaces }) => ({
    clusters: clusterIds.length === 0 ? 'all' : clusterIds.map((id) => ({ id, name: names.get(id) ?? null })),
    namespaces: namespaces.length === 0 ? 'all' : namespaces,
  }));
}
