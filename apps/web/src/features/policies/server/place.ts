import type { Db, Queryable } from '@oriel/db/client';
import { OrielError } from '@oriel/domain/errors';

/** Where a policy stands. */
export type PolicyPlace =
  | { readonly level: 'platform' }
  | { readonly level: 'seed'; readonly seedId: string }
  | { readonly level: 'project'; readonly projectId: string }
  | { readonly level: 'cluster'; readonly clusterId: string; readonly projectId: string; readonly seedId: string };

/** Its columns: a place is unique in them together with the setting. */
export function placeColumns(place: PolicyPlace) {
  return {
    level: place.level,
    seedId: place.level === 'seed' ? place.seedId : null,
    projectId: place.level === 'project' ? place.projectId : null,
    clusterId: place.level === 'cluster' ? place.clusterId : null,
  };
}

export async function seedPlace(db: Db, seedId: string): Promise<PolicyPlace> {
  const seed = await db.seed.findUnique({ where: { id: seedId }, select: { id: true } });
  if (!seed) throw new OrielError('not_found', 'There is no such seed. Choose one of the list.');
  return { level: 'seed', seedId };
}

/** The caller's right to this cluster has been checked. Throws `conflict` for one that is being deleted. */
export async function clusterPlace(db: Queryable, clusterId: string): Promise<PolicyPlace & { level: 'cluster' }> {
  const { projectId, seedId, deletionRequestedAt } = await db.cluster.findUniqueOrThrow({
    where: { id: clusterId },
    select: { projectId: true, seedId: true, deletionRequestedAt: true },
  });
  if (deletionRequestedAt !== null) {
    throw new OrielError('conflict', 'This cluster is being deleted and can no longer be changed.');
  }
  return { level: 'cluster', clusterId, projectId, seedId };
}
