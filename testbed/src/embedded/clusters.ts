import { startFakeCluster } from '../cluster/fake/start-fake-cluster.ts';
import { applySampleWorkload } from '../cluster/sample-workload.ts';
import type { RunningCluster } from '../cluster/types.ts';
import { importImages } from '../images/import-images.ts';
import type { ControlPlaneOptions, RunningControlPlane } from './control-plane.ts';
import { type KeptCluster, keepCluster } from './demo-cluster.ts';
import { registerDemo } from './register-demo.ts';
import type { Watcher } from './supervise.ts';

/** The demo cluster with its workload and agents' images, registered in the project `demo`. */
export async function startDemo(
  options: ControlPlaneOptions,
  { db, secretBox, administratorId, seedId }: RunningControlPlane,
  watcher: Watcher,
): Promise<KeptCluster> {
  const { progress, stack, signal, paths, ports, origin } = options;
  const kept = await progress.run(
    'cluster',
    (onProgress) =>
      keepCluster({ home: paths.root, ports: ports.demo, name: 'demo', nodes: 1, onProgress, signal }, watcher),
    ({ cluster }) => cluster.server,
  );
  stack.push(kept);
  const { kubeconfigPath, server } = kept.cluster;
  await progress.run('workload', (onProgress) => applySampleWorkload(kept.cluster, { onProgress, signal }));
  await progress.run('agents', (onProgress) =>
    importImages(kept.cluster, ['busybox', 'kube-state-metrics', 'node-exporter', 'alloy'], { onProgress, signal }),
  );
  await progress.run(
    'demo',
    (onProgress) =>
      registerDemo({
        db,
        secretBox,
        administratorId,
        seedId,
        origin,
        frontPort: ports.front,
        kubeconfigPath,
        server,
        onProgress,
        signal,
      }),
    (result) => result,
  );
  return kept;
}

/** An API server with faked nodes, for whoever wants to register a second cluster. */
export async function startSecond({
  progress,
  stack,
  signal,
  paths,
  ports,
}: ControlPlaneOptions): Promise<RunningCluster> {
  const second = await progress.run(
    'second',
    (onProgress) => startFakeCluster({ home: paths.root, ports: ports.second, name: 'second', onProgress, signal }),
    ({ server }) => server,
  );
  stack.push(second);
  return second;
}
