import { loadProjectTelemetry } from '@oriel/db/project-telemetry';
import { visibleClusters } from '@oriel/db/tenant-scope';
import { agentNamespace } from '@oriel/domain/desired-state';
import type { Settings } from '@oriel/domain/policy/catalogue';
import { readSettings } from '@oriel/domain/policy/settings';
import { authorizeTelemetry } from '@oriel/domain/scope';
import { footprint } from '@oriel/k8s/manifests/alloy-container';
import { queryMetrics, type Where } from '@oriel/seed-client/metrics';
import type { ServiceContext } from '../../service-context.ts';
import type { ClusterFootprint } from '../output.ts';
import { noSuchCluster } from './read.ts';

/** What the agents use, measured by the kubelet (cAdvisor), beside what their manifests allow. */
export async function getFootprint(ctx: ServiceContext, clusterId: string): Promise<ClusterFootprint> {
  const cluster = await ctx.db.cluster.findFirst({
    where: { AND: [visibleClusters(ctx.principal), { id: clusterId }] },
    select: { name: true, seedId: true, monitoringEnabled: true, settings: true, project: { select: { slug: true } } },
  });
  if (cluster === null) throw noSuchCluster();
  const settings = readSettings(cluster.settings);
  const unmeasured = {
    metrics: { cpuCores: null, memoryBytes: null, budget: budgetOf('metrics', settings) },
    logs: { cpuCores: null, memoryBytes: null, budget: budgetOf('logs', settings) },
  };
  if (!cluster.monitoringEnabled) return unmeasured;
  const scope = authorizeTelemetry(ctx.principal, await loadProjectTelemetry(ctx.db, cluster.project.slug));
  const where: Where = { scope, seedId: cluster.seedId, signal: AbortSignal.timeout(5_000) };
  const pods = (pattern: string) =>
    `cluster=${JSON.stringify(cluster.name)},namespace="${agentNamespace}",container!="",pod=~"${pattern}"`;
  const metricsPods = pods('oriel-agent-metrics.*');
  const logsPods = pods('oriel-agent-logs.*');
  const [metricsCpu, metricsMemory, logsCpu, logsMemory] = await Promise.all([
    one(where, `sum(rate(container_cpu_usage_seconds_total{${metricsPods}}[5m]))`),
    one(where, `sum(container_memory_working_set_bytes{${metricsPods}})`),
    one(where, `max(sum by (pod) (rate(container_cpu_usage_seconds_total{${logsPods}}[5m])))`),
    one(where, `max(sum by (pod) (container_memory_working_set_bytes{${logsPods}}))`),
  ]);
  return {
    metrics: { ...unmeasured.metrics, cpuCores: metricsCpu, memoryBytes: metricsMemory },
    logs: { ...unmeasured.logs, cpuCores: logsCpu, memoryBytes: logsMemory },
  };
}

async function one(where: Where, query: string): Promise<number | null> {
  const series = await queryMetrics(where, query).catch(() => []);
  return series[0]?.value ?? null;
}

function budgetOf(part: 'metrics' | 'logs', settings: Settings) {
  const { requests, limits } = footprint(part, settings[part === 'logs' ? 'agent.logsMemory' : 'agent.metricsMemory']);
  return {
    requestCores: quantity(requests.cpu),
    requestBytes: quantity(requests.memory),
    cores: quantity(limits.cpu),
    bytes: quantity(limits.memory),
  };
}

const suffixes: Readonly<Record<string, number>> = { '': 1, m: 0.001, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30 };

/** A Kubernetes quantity as a number: the suffixes our own manifests use. */
function quantity(text: string): number {
  const [, digits = '', suffix = ''] = /^(\d+)(m|Ki|Mi|Gi|)$/.exec(text) ?? [];
  return Number(digits) * (suffixes[suffix] ?? Number.NaN);
}
