import { importImages } from '../images/import-images.ts';
import { ensureOwnProgram } from '../images/own-programs.ts';
import type { ManagedProcess } from '../process/managed-process.ts';
import { prepareControlPlane } from './control-plane/prepare-control-plane.ts';
import { startControlPlane } from './control-plane/start-control-plane.ts';
import { ensureNodeNetwork } from './host-network.ts';
import { prepareLogs } from './logs.ts';
import { maxNodes } from './network.ts';
import { joinNode, prepareNode } from './node/start-node.ts';
import { clusterPaths } from './paths.ts';
import { assertMachineFits } from './preflight.ts';
import { controlPlanePrograms, nodePrograms } from './programs.ts';
import { claim, writeRunRecord } from './run-record.ts';
import { allSettledOrThrow, once } from './settle.ts';
import { allOf, assertAllRun, clearRemains, type Processes, stopCluster } from './stop-cluster.ts';
import type { ClusterOptions, RunningCluster, RunningNode } from './types.ts';

export interface RealClusterOptions extends ClusterOptions {
  /** Kubelets on this machine, 1 to 3. Default 1. */
  readonly nodes?: number;
}

/**
 * A Kubernetes cluster of real parts on this machine: etcd, API server, controllers and scheduler
 * as processes of the host, each node in namespaces of its own. Returns when every node is ready.
 */
export async function startCluster(options: RealClusterOptions): Promise<RunningCluster> {
  const { home, ports, name, onProgress, signal, nodes: count = 1 } = options;
  if (count < 1 || count > maxNodes) throw new RangeError(`A cluster has 1 to ${maxNodes} nodes, not ${count}.`);
  await assertMachineFits(home, name);
  const paths = clusterPaths(home, name);
  const programs = await controlPlanePrograms(options);
  const forNodes = await nodePrograms(options);
  const init = await ensureOwnProgram('pause');
  signal?.throwIfAborted();
  await prepareLogs(paths.logs);
  await claim(paths.runRecord);
  await clearRemains(ports);
  const processes: Processes = { controlPlane: [], nodes: [], agents: [] };
  const into = (list: ManagedProcess[]) => (process: ManagedProcess) => void list.push(process);
  const stop = once(() => stopCluster(ports, paths, processes));
  try {
    const nodeAddress = await ensureNodeNetwork(ports);
    const plane = { name, address: nodeAddress, ports, paths, programs, started: into(processes.controlPlane) };
    const controlPlane = await prepareControlPlane(plane);
    const nodes: RunningNode[] = [];
    /** In two steps, of which the first needs no API server yet. */
    const prepare = async (index: number): Promise<() => Promise<RunningNode>> => {
      const common = { cluster: name, index, ports, paths, programs: forNodes, controlPlane, init };
      const node = await prepareNode({ ...common, started: into(processes.nodes) });
      await importImages({ nodes: [node] }, ['pause'], options);
      return async () => {
        await joinNode({ ...common, started: into(processes.agents) }, node);
        nodes.push(node);
        return node;
      };
    };
    onProgress(`${name}: starting the control plane and ${count === 1 ? 'a node' : `${count} nodes`}`);
    const [, ...joins] = await allSettledOrThrow([
      startControlPlane(plane, controlPlane),
      ...Array.from({ length: count }, (_, index) => prepare(index)),
    ] as const);
    signal?.throwIfAborted();
    onProgress(`${name}: the API server answers at ${controlPlane.server}`);
    await allSettledOrThrow(joins.map((join) => join()));
    assertAllRun(allOf(processes));
    await writeRunRecord(paths.runRecord, allOf(processes));
    onProgress(`${name}: ready`);
    let next = count;
    return {
      name,
      kubeconfigPath: paths.adminKubeconfig,
      server: controlPlane.server,
      nodeAddress,
      get processes() {
        return allOf(processes);
      },
      nodes,
      async addNode() {
        const join = await prepare(next++);
        const node = await join();
        await writeRunRecord(paths.runRecord, allOf(processes));
        return node.name;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
