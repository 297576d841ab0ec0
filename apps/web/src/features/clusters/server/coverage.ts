import { loadProjectTelemetry } from '@oriel/db/project-telemetry';
import { visibleClusters } from '@oriel/db/tenant-scope';
import { authorizeTelemetry } from '@oriel/domain/scope';
import { isWithin, prepareReach } from '@oriel/query-scope/prepared-reach';
import { logSeries } from '@oriel/seed-client/logs';
import { queryMetrics, type Where } from '@oriel/seed-client/metrics';
import type { ServiceContext } from '../../service-context.ts';
import type { ClusterCoverage } from '../output.ts';
import { noSuchCluster } from './read.ts';
import { askRunningContainers } from './running-containers.ts';

/** A container that wrote within this time counts as covered; a quiet one is no fault. Seconds. */
const lookBack = 6 * 3600;
const mostListed = 50;

interface Container {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/**
 * Containers that run against streams that were received (Loki). What runs is told by kube-state-metrics in Mimir, or,
 * without monitoring, by the cluster itself; where neither answers, nothing is claimed. The stores narrow what they tell
 * to the person's reach; the cluster, which tells everything, is narrowed here.
 */
export async function getCoverage(ctx: ServiceContext, clusterId: string): Promise<ClusterCoverage> {
  const cluster = await ctx.db.cluster.findFirst({
    where: { AND: [visibleClusters(ctx.principal), { id: clusterId }] },
    select: {
      name: true,
      seedId: true,
      monitoringEnabled: true,
      loggingEnabled: true,
      project: { select: { slug: true } },
    },
  });
  if (cluster === null) throw noSuchCluster();
  const at = new Date().toISOString();
  if (!cluster.loggingEnabled) return { known: false, found: 0, expected: 0, missing: [], at };
  const scope = authorizeTelemetry(ctx.principal, await loadProjectTelemetry(ctx.db, cluster.project.slug));
  const where: Where = { scope, seedId: cluster.seedId, signal: AbortSignal.timeout(5_000) };
  const reach = prepareReach(scope.reach);
  const own = `cluster=${JSON.stringify(cluster.name)}`;
  const now = Date.now() / 1000;
  const [running, started, streams] = await Promise.all([
    cluster.monitoringEnabled
      ? queryMetrics(where, `kube_pod_container_status_ready{${own}} == 1`).then((found) =>
          found.map(({ labels }) => labels as unknown as Container),
        )
      : askRunningContainers(ctx.db, clusterId).then(
          (found) => found.filter(({ namespace }) => isWithin(reach, cluster.name, namespace)),
          () => [],
        ),
    cluster.monitoringEnabled ? queryMetrics(where, `kube_pod_start_time{${own}}`) : [],
    logSeries(where, [`{${own}}`], { start: now - lookBack, end: now }),
  ]);
  const received = new Set(streams.map(keyOf));
  const startOf = new Map(started.map(({ labels, value }) => [`${labels.namespace}/${labels.pod}`, value]));
  const expected = [...new Map(running.map((container) => [keyOf(container), container])).values()];
  const missing = expected.filter((container) => !received.has(keyOf(container)));
  return {
    known: expected.length > 0,
    found: expected.length - missing.length,
    expected: expected.length,
    missing: missing.slice(0, mostListed).map(({ namespace, pod, container }) => {
      const start = startOf.get(`${namespace}/${pod}`);
      return {
        namespace,
        pod,
        container,
        startedAt: start === undefined ? null : new Date(start * 1000).toISOString(),
      };
    }),
    at,
  };
}

function keyOf(labels: Readonly<Record<string, string>> | Container): string {
  const { namespace, pod, container } = labels as Container;
  return `${namespace}/${pod}/${container}`;
}
