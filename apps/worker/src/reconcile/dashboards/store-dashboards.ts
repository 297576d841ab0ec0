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
  const gone = rows.filter(({ uid }) => !kept.has(uid)).map(({ id }) => id);
  const changed = wanted.flatMap((dashboard) => {
    const row = known.get(dashboard.uid);
    return row === undefined || isSame(row, dashboard) ? [] : [{ id: row.id, ...dashboard }];
  });
  if (fresh.length + gone.length + changed.length === 0) return;
  await db.$transaction([
    db.projectDashboard.deleteMany({ where: { id: { in: gone } } }),
    db.projectDashboard.createMany({
      data: fresh.map(({ model, ...rest }) => ({
        ...rest,
        model: model as Prisma.InputJsonObject,
        source: 'config_map' as const,
        projectId,
        clusterId,
      })),
    }),
    ...changed.map(({ id, title, model }) =>
      db.projectDashboard.update({
        where: { id },
        data: { title, model: model as Prisma.InputJsonObject, version: { increment: 1 } },
      }),
    ),
  ]);
}

/** By hash: the database keeps keys in an order of its own. */
function isSame(row: { title: string; model: unknown }, wanted: ConfigMapDashboard): boolean {
  return row.title === wanted.title && hashOf(row.model) === hashOf(wanted.model);
}
