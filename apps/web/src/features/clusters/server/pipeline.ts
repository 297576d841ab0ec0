import { loadProjectTelemetry } from '@oriel/db/project-telemetry';
import { visibleClusters } from '@oriel/db/tenant-scope';
import { authorizeTelemetry } from '@oriel/domain/scope';
import { queryLogMetrics } from '@oriel/seed-client/logs';
import { queryMetrics, type Where } from '@oriel/seed-client/metrics';
import type { ServiceContext } from '../../service-context.ts';
import type { ClusterPipeline } from '../output.ts';
import { noSuchCluster } from './read.ts';

/** A collector whose last call is younger is heard: it calls every 10 s, and the gateway notes that once a minute. Milliseconds. */
const heardWithin = 150_000;

/** Where logs and metrics flow right now, each figure from the part that counted it. */
export async function getPipeline(ctx: ServiceContext, clusterId: string): Promise<ClusterPipeline> {
  const cluster = await ctx.db.cluster.findFirst({
    where: { AND: [visibleClusters(ctx.principal), { id: clusterId }] },
    include: { project: true, seed: true, collectors: true, conditions: true },
  });
  if (cluster === null) throw noSuchCluster();
  const scope = authorizeTelemetry(ctx.principal, await loadProjectTelemetry(ctx.db, cluster.project.slug));
  const where: Where = { scope, seedId: cluster.seedId, signal: AbortSignal.timeout(5_000) };
  const own = `cluster=${JSON.stringify(cluster.name)}`;
  const metric = (query: string) => (cluster.monitoringEnabled ? one(queryMetrics(where, query)) : null);
  const rate = (name: string) => metric(`sum(rate(${name}{${own}}[3m]))`);
  const [files, readBytes, sent, sentRetries, dropped, stored, up, targets, samples, sampleBytes, retried, failed] =
    await Promise.all([
      metric(`sum(loki_source_file_files_active_total{${own}})`),
      rate('loki_source_file_read_bytes_total'),
      rate('loki_write_sent_entries_total'),
      rate('loki_write_batch_retries_total'),
      rate('loki_write_dropped_entries_total'),
      cluster.loggingEnabled ? one(queryLogMetrics(where, `sum(rate({${own}}[1m]))`)) : null,
      metric(`sum(up{${own}})`),
      metric(`count(up{${own}})`),
      rate('prometheus_remote_storage_samples_total'),
      rate('prometheus_remote_storage_bytes_total'),
      rate('prometheus_remote_storage_samples_retried_total'),
      rate('prometheus_remote_storage_samples_failed_total'),
    ]);
  const heard = (role: string) =>
    cluster.collectors.filter(
      (collector) => collector.role === role && Date.now() - collector.lastSeenAt.getTime() < heardWithin,
    ).length;
  const condition = (type: string) => cluster.conditions.find((candidate) => candidate.type === type);
  const freshness = (type: string) => ({
    fresh: condition(type)?.status ?? null,
    freshSince: condition(type)?.lastTransitionAt.toISOString() ?? null,
  });
  return {
    seedName: cluster.seed.name,
    nodeCount: cluster.nodeCount,
    at: new Date().toISOString(),
    logs: {
      enabled: cluster.loggingEnabled,
      sources: files,
      sourcesExpected: null,
      sentPerSecond: sent,
      bytesPerSecond: readBytes,
      retriesPerSecond: sentRetries,
      lostPerSecond: dropped,
      storedPerSecond: stored,
      agentsHeard: heard('logs'),
      agentsExpected: cluster.nodeCount,
      ...freshness('LogsFresh'),
      newestAt: cluster.lastLogAt?.toISOString() ?? null,
    },
    metrics: {
      enabled: cluster.monitoringEnabled,
      sources: up,
      sourcesExpected: targets,
      sentPerSecond: samples,
      bytesPerSecond: sampleBytes,
      retriesPerSecond: retried,
      lostPerSecond: failed,
      storedPerSecond: samples,
      agentsHeard: heard('metrics'),
      agentsExpected: 1,
      ...freshness('MetricsFresh'),
      newestAt: cluster.lastMetricAt?.toISOString() ?? null,
    },
  };
}

/** The only value of an answer. A store that does not answer leaves a gap in the picture, not an empty page. */
async function one(answer: Promise<readonly { readonly value: number }[]>): Promise<number | null> {
  const series = await answer.catch(() => []);
  return series[0]?.value ?? null;
}
