// What policies make of each cluster's settings stands in the cluster's row. It is brought up to date here, in the
// transaction that changes a policy, and nowhere else.
import { type Settings, settingKeys } from '@oriel/domain/policy/catalogue';
import { type PolicyRow, resolveSettings, valuesOf } from '@oriel/domain/policy/resolve';
import { readSettings } from '@oriel/domain/policy/settings';
import type { Prisma, Queryable, Tx } from './client.ts';
import { enqueueMany } from './enqueue.ts';

export interface PolicyTarget {
  readonly clusterId?: string | undefined;
  readonly projectId: string;
  readonly seedId: string;
}

const policySelect = {
  level: true,
  mode: true,
  setting: true,
  value: true,
  seedId: true,
  projectId: true,
  clusterId: true,
} satisfies Prisma.PolicySelect;

/** Everything that bears on one cluster, or on one that is yet to be registered there. */
export function loadPolicies(db: Queryable, { clusterId, projectId, seedId }: PolicyTarget): Promise<PolicyRow[]> {
  const OR = [{ level: 'platform' as const }, { seedId }, { projectId }, ...(clusterId ? [{ clusterId }] : [])];
  return db.policy.findMany({ where: { OR }, select: policySelect });
}

/** A cluster for which something changed. */
export interface ResettledCluster {
  readonly id: string;
  readonly name: string;
  readonly before: Settings;
  readonly after: Settings;
}

/**
 * Works out the settings of these clusters anew, writes those that changed and lets the worker bring them there, spread
 * over up to five minutes. With `dryRun` it only says what would change. Takes clusters in the order of their ids, so
 * that two changes at once cannot wait for each other.
 */
export async function resettle(
  tx: Tx,
  where: Prisma.ClusterWhereInput,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<ResettledCluster[]> {
  const clusters = await tx.cluster.findMany({
    where: { AND: [where, { deletionRequestedAt: null }] },
    select: {
      id: true,
      name: true,
      projectId: true,
      seedId: true,
      settings: true,
      monitoringEnabled: true,
      loggingEnabled: true,
    },
    orderBy: { id: 'asc' },
  });
  const policies = await policiesOf(tx, clusters);
  const changed = clusters.flatMap((cluster): ResettledCluster[] => {
    const after = valuesOf(resolveSettings(policies(cluster)));
    const before = settingsOf(cluster);
    return settingKeys.every((key) => before[key] === after[key])
      ? []
      : [{ id: cluster.id, name: cluster.name, before, after }];
  });
  if (dryRun || changed.length === 0) return changed;
  await write(tx, changed);
  const payloads = changed.map(({ id }) => ({ clusterId: id }));
  await enqueueMany(tx, 'reconcile_cluster', payloads, { spreadMs: Math.min(payloads.length * 60, 300_000) });
  return changed;
}

interface SettledRow {
  readonly settings: unknown;
  readonly monitoringEnabled: boolean;
  readonly loggingEnabled: boolean;
}

/** The switches have columns of their own, which are the truth about them. */
export function settingsOf({ settings, monitoringEnabled, loggingEnabled }: SettledRow): Settings {
  return { ...readSettings(settings), 'monitoring.enabled': monitoringEnabled, 'logging.enabled': loggingEnabled };
}

interface Placed {
  readonly id: string;
  readonly projectId: string;
  readonly seedId: string;
}

/** All policies that any of them needs, in one query; picked per cluster from maps. */
async function policiesOf(tx: Tx, clusters: readonly Placed[]): Promise<(cluster: Placed) => PolicyRow[]> {
  const many = clusters.length > 1_000;
  const ids = clusters.map(({ id }) => id);
  const rows = await tx.policy.findMany({
    // Beyond a thousand ids a list in the statement costs more than reading every cluster's own policies.
    where: { OR: [{ level: { not: 'cluster' } }, many ? { level: 'cluster' } : { clusterId: { in: ids } }] },
    select: policySelect,
  });
  const byTarget = Map.groupBy(
    rows,
    ({ seedId, projectId, clusterId }) => seedId ?? projectId ?? clusterId ?? 'platform',
  );
  return ({ id, projectId, seedId }) =>
    ['platform', seedId, projectId, id].flatMap((target) => byTarget.get(target) ?? []);
}

async function write(tx: Tx, changed: readonly ResettledCluster[]): Promise<void> {
  const rows = changed.map(({ id, after }) => ({
    id,
    monitoring: after['monitoring.enabled'],
    logging: after['logging.enabled'],
    settings: after,
  }));
  // A signal that is switched on anew has to be seen anew.
  await tx.$executeRaw`
    UPDATE clusters c SET
      monitoring_enabled = n.monitoring,
      logging_enabled = n.logging,
      settings = n.settings,
      first_metric_at = CASE WHEN n.monitoring AND NOT c.monitoring_enabled THEN NULL ELSE c.first_metric_at END,
      first_log_at = CASE WHEN n.logging AND NOT c.logging_enabled THEN NULL ELSE c.first_log_at END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS n (id uuid, monitoring boolean, logging boolean, settings jsonb)
    WHERE c.id = n.id`;
}
