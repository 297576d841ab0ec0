import { ensurePart } from '../../parts/ensure.ts';
import { prepareControlPlane } from '../control-plane/prepare-control-plane.ts';
import { startControlPlane } from '../control-plane/start-control-plane.ts';
import { ensureNodeNetwork } from '../host-network.ts';
import { prepareLogs } from '../logs.ts';
import { waitForNode } from '../node/node-ready.ts';
import { clusterPaths } from '../paths.ts';
import { assertMachineFits } from '../preflight.ts';
import { controlPlanePrograms } from '../programs.ts';
import { reportParts } from '../report-parts.ts';
import { claim, writeRunRecord } from '../run-record.ts';
import { allSettledOrThrow, once } from '../settle.ts';
import { allOf, assertAllRun, type Processes, stopCluster } from '../stop-cluster.ts';
import type { ClusterOptions, RunningCluster } from '../types.ts';
import { fakeNode } from './fake-nodes.ts';
import { startKwok } from './start-kwok.ts';

export interface FakeClusterOptions extends ClusterOptions {
  /** Default 3. */
  readonly nodes?: number;
}

/**
 * A real API server with its controllers, whose nodes and pods kwok plays: pods become Running
 * and nothing runs. Returns when every node is ready.
 */
export async function startFakeCluster(options: FakeClusterOptions): Promise<RunningCluster> {
  const { home, ports, name, onProgress, signal, nodes = 3 } = options;
  await assertMachineFits(home, name);
  const paths = clusterPaths(home, name);
  const programs = await controlPlanePrograms(options);
  const kwok = await ensurePart('kwok', reportParts(options));
  signal?.throwIfAborted();
  await prepareLogs(paths.logs);
  await claim(paths.runRecord);
  const processes: Processes = { controlPlane: [], nodes: [], agents: [] };
  const stop = once(() => stopCluster(ports, paths, processes));
  try {
    const address = await ensureNodeNetwork(ports);
    const started = (process: Processes['controlPlane'][number]) => void processes.controlPlane.push(process);
    const plane = { name, address, ports, paths, programs, started };
    const controlPlane = await prepareControlPlane(plane);
    const { api, server } = controlPlane;
    onProgress(`${name}: starting the control plane`);
    await startControlPlane(plane, controlPlane);
    processes.agents.push(await startKwok({ name, address, ports, paths, command: kwok, controlPlane }));
    let next = 0;
    const addNode = async () => {
      const node = fakeNode(name, next++);
      await api.create('/api/v1/nodes', node);
      // kwok leaves alone what is ready already, so here the last life's word counts.
      await waitForNode(api, node.metadata.name, new Date(0), paths.log('kwok'));
      return node.metadata.name;
    };
    await allSettledOrThrow(Array.from({ length: nodes }, addNode));
    assertAllRun(allOf(processes));
    await writeRunRecord(paths.runRecord, allOf(processes));
    onProgress(`${name}: ready with ${nodes} fake nodes`);
    return {
      name,
      kubeconfigPath: paths.adminKubeconfig,
      server,
      nodeAddress: address,
      processes: allOf(processes),
      nodes: [],
      addNode,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
