import type { ConditionInput } from '@oriel/domain/conditions';
import { ClusterError } from '@oriel/k8s/cluster-error';
import { listDashboardConfigMaps } from '@oriel/k8s/dashboard-config-maps';
import { hashOf } from '@oriel/k8s/objects';
import type { ClusterRun } from '../cluster-run.ts';
import { reportConditions } from '../report-status.ts';
import { dashboardsNotRead, dashboardsRead } from './condition.ts';
import { dashboardsFrom, mostPerCluster } from './dashboards-from.ts';
import { storeDashboards } from './store-dashboards.ts';

/** Milliseconds between two looks at most often, whatever wakes the cluster up. */
const everyMs = 60_000;

interface Look {
  readonly fingerprint: string | undefined;
  readonly condition: ConditionInput;
}

/**
 * Takes over the dashboards that people keep in ConfigMaps of the cluster. What goes wrong is a condition and no
 * failure of the run: they are an extra, and the right to list them is one that may be missing.
 */
export async function keepDashboards(run: ClusterRun): Promise<void> {
  const { ctx, cluster, signal } = run;
  const at = Date.now();
  const known = ctx.driftMemory.dashboardsOf(cluster.id);
  if (known !== undefined && at - known.at < everyMs) return;
  const found = await look(run, known).catch((error: unknown): Look => {
    if (!(error instanceof ClusterError) && !signal.aborted) {
      ctx.log.warn({ cluster: cluster.name, err: error }, 'dashboards were not read');
    }
    return { fingerprint: undefined, condition: dashboardsNotRead(error) };
  });
  // Its time was up: that says nothing about the cluster.
  if (signal.aborted) return;
  ctx.driftMemory.rememberDashboards(cluster.id, { ...found, at });
  await reportConditions(ctx.db, cluster, [found.condition]);
}

/** Parses and compares only where a ConfigMap came, went or changed since the last look. */
async function look(run: ClusterRun, known: Look | undefined): Promise<Look> {
  const { ctx, cluster, signal } = run;
  const { configMaps, more } = await listDashboardConfigMaps(await run.api(), mostPerCluster, signal);
  const versions = configMaps.map(({ metadata }) => [metadata.uid, metadata.resourceVersion]);
  const fingerprint = hashOf([versions, more]);
  if (known?.fingerprint === fingerprint) return known;
  const dashboards = dashboardsFrom(cluster.id, configMaps);
  await storeDashboards(ctx.db, cluster, dashboards.accepted);
  return { fingerprint, condition: dashboardsRead({ ...dashboards, configMapCount: configMaps.length, more }) };
}
