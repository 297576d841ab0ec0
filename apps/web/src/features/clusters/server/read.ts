import { visibleClusters } from '@oriel/db/tenant-scope';
import { OrielError } from '@oriel/domain/errors';
import { isAllowed, reachesNamespace } from '@oriel/domain/permissions';
import type { ServiceContext } from '../../service-context.ts';
import type { ClusterDetail } from '../output.ts';

/** Throws `not_found` alike for what does not exist and for what the person may not see. */
export async function getCluster(ctx: ServiceContext, clusterId: string): Promise<ClusterDetail> {
  const row = await ctx.db.cluster.findFirst({
    where: { AND: [visibleClusters(ctx.principal), { id: clusterId }] },
    include: {
      project: { select: { slug: true, name: true } },
      seed: { select: { id: true, name: true } },
      conditions: { orderBy: { type: 'asc' } },
      collectors: { orderBy: [{ role: 'asc' }, { node: 'asc' }], take: 500 },
      operations: { orderBy: { id: 'desc' }, take: 5, select: { id: true } },
      credentials: { where: { revokedAt: null }, orderBy: { createdAt: 'desc' }, take: 1, select: { notAfter: true } },
    },
  });
  if (row === null) throw noSuchCluster();
  const seesAll = reachesNamespace(ctx.principal, { projectId: row.projectId, clusterId: row.id });
  return {
    id: row.id,
    name: row.name,
    region: row.region,
    project: row.project,
    seed: row.seed,
    apiServer: row.apiServer,
    kubernetesVersion: row.kubernetesVersion,
    nodeCount: row.nodeCount,
    latencyMs: row.latencyMs,
    lastReachedAt: iso(row.lastReachedAt),
    retryAt: iso(row.retryAt),
    monitoringEnabled: row.monitoringEnabled,
    loggingEnabled: row.loggingEnabled,
    firstLogAt: iso(row.firstLogAt),
    firstMetricAt: iso(row.firstMetricAt),
    lastLogAt: iso(row.lastLogAt),
    lastMetricAt: iso(row.lastMetricAt),
    deletionRequestedAt: iso(row.deletionRequestedAt),
    createdAt: row.createdAt.toISOString(),
    conditions: row.conditions.map(({ clusterId: _, ...condition }) => ({
      ...condition,
      message: seesAll ? condition.message : withoutNames(condition),
      lastTransitionAt: condition.lastTransitionAt.toISOString(),
      observedAt: condition.observedAt.toISOString(),
    })),
    collectors: row.collectors.map((collector) => ({
      id: collector.collectorId,
      role: collector.role,
      node: collector.node,
      version: collector.version,
      status: collector.status,
      statusMessage: collector.statusMessage,
      lastSeenAt: collector.lastSeenAt.toISOString(),
    })),
    operationIds: row.operations.map((operation) => operation.id.toString()),
    certificateExpiresAt: iso(row.credentials[0]?.notAfter ?? null),
    canManage: isAllowed(ctx.principal, 'clusters:manage', row.projectId, row.id),
  };
}

/** Of all conditions this one names things outside Oriel's own namespace. */
function withoutNames({ type, reason, message }: { type: string; reason: string; message: string }): string {
  if (type !== 'DashboardsRead' || reason !== 'SomeRefused') return message;
  return 'Not all dashboards of ConfigMaps were taken over. Ask somebody who sees the whole cluster for their names.';
}

export function noSuchCluster(): OrielError {
  return new OrielError('not_found', 'There is no such cluster, or you are not a member of its project.');
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
