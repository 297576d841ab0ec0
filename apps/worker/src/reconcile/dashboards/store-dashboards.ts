import { appendAudit, platformActor } from '@oriel/db/audit';
import type { Db, Prisma } from '@oriel/db/client';
import { hashOf } from '@oriel/k8s/objects';
import type { ConfigMapDashboard } from './dashboards-from.ts';

interface Owner {
  readonly id: string;
  readonly projectId: string;
}

/**
 * Makes a cluster's rows what its ConfigMaps say, all at once; writes nothing where they are that already. Triggers
 * tell the sync with Grafana.
 */
export async function storeDashboards(
  db: Db,
  { id: clusterId, projectId }: Owner,
  wanted: readonly ConfigMapDashboard[],
): Promise<void> {
  const rows = await db.projectDashboard.findMany({
    where: { clusterId },
    select: { id: true, uid: true, title: true, model: true },
  });
  const known = new Map(rows.map((row) => [row.uid, row]));
  const fresh = wanted.filter(({ uid }) => !known.has(uid));
  const kept = new Set(wanted.map(({ uid }) => uid));
  const gone = rows.filter(({ uid }) => !kept.has(uid));
  const changed = wanted.flatMap((dashboard) => {
    const row = known.get(dashboard.uid);
    return row === undefined || isSame(row, dashboard) ? [] : [{ id: row.id, ...dashboard }];
  });
  if (fresh.length + gone.length + changed.length === 0) return;
  await db.$transaction(async (tx) => {
    await tx.projectDashboard.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
    await tx.projectDashboard.createMany({
      data: fresh.map(({ model, ...rest }) => ({
        ...rest,
        model: model as Prisma.InputJsonObject,
        source: 'config_map' as const,
        projectId,
        clusterId,
      })),
    });
    for (const { id, title, model } of changed) {
      const data = { title, model: model as Prisma.InputJsonObject, version: { increment: 1 } };
      await tx.projectDashboard.update({ where: { id }, data });
    }
    await appendAudit(tx, {
      actor: platformActor,
      action: 'dashboard.follow_config_maps',
      projectId,
      targetType: 'cluster',
      targetId: clusterId,
      after: { added: fresh.map(uidOf), changed: changed.map(uidOf), removed: gone.map(uidOf) },
    });
  });
}

const uidOf = ({ uid }: { readonly uid: string }) => uid;

/** By hash: the database keeps keys in an order of its own. */
function isSame(row: { title: string; model: unknown }, wanted: ConfigMapDashboard): boolean {
  return row.title === wanted.title && hashOf(row.model) === hashOf(wanted.model);
}
