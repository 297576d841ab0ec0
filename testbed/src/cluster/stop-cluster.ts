import type { ClusterPorts } from '../ports.ts';
import { type ManagedProcess, tail } from '../process/managed-process.ts';
import { removeNodeNetwork } from './host-network.ts';
import { maxNodes } from './network.ts';
import { cgroupOf } from './node/start-node.ts';
import { clearCgroup, endContainers } from './node/stop-node.ts';
import type { ClusterPaths } from './paths.ts';
import { removeRunRecord } from './run-record.ts';

/** What runs for one cluster, each list in the order of starting. */
export interface Processes {
  readonly controlPlane: ManagedProcess[];
  /** Namespaces of nodes, and containerd in them. */
  readonly nodes: ManagedProcess[];
  /** Kubelet, kube-proxy. */
  readonly agents: ManagedProcess[];
}

export const allOf = ({ controlPlane, nodes, agents }: Processes): ManagedProcess[] => [
  ...controlPlane,
  ...nodes,
  ...agents,
];

/** Those whose readiness nobody waits for have had seconds by now to fail on a port or a file. */
export function assertAllRun(processes: readonly ManagedProcess[]): void {
  const ended = processes.find((process) => !process.running());
  if (ended) throw new Error(`${ended.name} has ended. End of ${ended.logFile}:\n${tail(ended.logFile)}`);
}

const cgroupsOf = (ports: ClusterPorts) => Array.from({ length: maxNodes }, (_, index) => cgroupOf({ ports, index }));

/** Before a start: what a run that was killed could not clear away itself. */
export async function clearRemains(ports: ClusterPorts): Promise<void> {
  await Promise.all(cgroupsOf(ports).map(clearCgroup));
}

/** Also right for a start that came only half way. */
export async function stopCluster(ports: ClusterPorts, paths: ClusterPaths, processes: Processes): Promise<void> {
  const cgroups = cgroupsOf(ports);
  // Kubelets first: they would start again what is ended next.
  await Promise.all(processes.agents.map((process) => process.stop()));
  const stopNodes = async () => {
    await Promise.all(cgroups.map(endContainers));
    await stopInReverse(processes.nodes);
    await Promise.all(cgroups.map(clearCgroup));
  };
  await Promise.all([stopNodes(), stopInReverse(processes.controlPlane)]);
  await removeNodeNetwork(ports);
  await removeRunRecord(paths.runRecord);
}

async function stopInReverse(processes: readonly ManagedProcess[]): Promise<void> {
  for (const process of processes.toReversed()) await process.stop();
}
