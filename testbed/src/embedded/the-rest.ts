import { allSettledOrThrow } from '../cluster/settle.ts';
import type { RunningCluster } from '../cluster/types.ts';
import { prefetchModules } from '../parts/go.ts';
import { startDemo, startSecond } from './clusters.ts';
import { type ControlPlaneOptions, type RunningControlPlane, startWorker } from './control-plane.ts';
import type { KeptCluster } from './demo-cluster.ts';
import { startDashboards } from './grafana.ts';
import { partsNeeded } from './plan.ts';
import { startSeed, startSeedWatch } from './seed.ts';
import type { Watcher } from './supervise.ts';

export interface Clusters {
  demo?: KeptCluster;
  second?: RunningCluster;
}

/** What follows once the pages are up: the seed, then the clusters and Grafana. */
export async function startTheRest(
  control: ControlPlaneOptions,
  running: RunningControlPlane,
  watcher: Watcher,
  withSecond: boolean,
): Promise<Clusters> {
  const { withCluster, signal } = control;
  // Every missing module comes over the network while the first part is compiled; a failure is told by the part that needs it.
  const prefetch = prefetchModules(partsNeeded(withCluster), { signal }).catch(() => undefined);
  const clusters: Clusters = {};
  // Stores first: what the first page needs is built before what takes longest.
  const { promise: built, resolve } = Promise.withResolvers<void>();
  const seed = startSeed(control, running, resolve);
  const work: Promise<unknown>[] = [prefetch, startWorker(control), seed];
  const startClusters = async () => {
    await built;
    signal.throwIfAborted();
    if (withCluster) clusters.demo = await startDemo(control, running, watcher);
    if (withSecond) clusters.second = await startSecond(control);
    if (withCluster) await seed.then(() => startSeedWatch(control));
  };
  const startingClusters = startClusters();
  // After the seed: its programs are what the first dashboards ask.
  work.push(
    startingClusters,
    seed.then(() => startDashboards(control, startingClusters)),
  );
  await allSettledOrThrow(work);
  return clusters;
}
