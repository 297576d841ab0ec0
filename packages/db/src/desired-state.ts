import type { DesiredState } from '@oriel/domain/desired-state';
import { readSettings } from '@oriel/domain/policy/settings';
import type { Queryable } from './client.ts';

/**
 * What a cluster should run, or undefined where there is no such cluster. A cluster that is being
 * deleted should run nothing, whatever its switches say.
 */
export async function loadDesiredState(db: Queryable, clusterId: string): Promise<DesiredState | undefined> {
  const cluster = await db.cluster.findUnique({
    where: { id: clusterId },
    select: {
      id: true,
      name: true,
      region: true,
      monitoringEnabled: true,
      loggingEnabled: true,
      settings: true,
      keepDebugUntil: true,
      deletionRequestedAt: true,
      project: { select: { slug: true } },
      seed: { select: { ingestUrl: true, caCertPem: true } },
    },
  });
  if (!cluster) return undefined;
  const staying = cluster.deletionRequestedAt === null;
  const settings = readSettings(cluster.settings);
  return {
    clusterId: cluster.id,
    clusterName: cluster.name,
    projectSlug: cluster.project.slug,
    region: cluster.region,
    monitoring: staying && cluster.monitoringEnabled,
    logging: staying && cluster.loggingEnabled,
    keepDebug: settings['logs.keepDebug'],
    keepDebugUntil: cluster.keepDebugUntil === null ? null : Math.floor(cluster.keepDebugUntil.getTime() / 1000),
    scrapeIntervalSeconds: settings['metrics.scrapeInterval'],
    agentMemoryMiB: { logs: settings['agent.logsMemory'], metrics: settings['agent.metricsMemory'] },
    ingest: { url: cluster.seed.ingestUrl, caPem: cluster.seed.caCertPem },
  };
}
