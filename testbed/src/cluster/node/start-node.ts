import { connect } from 'node:net';
import type { ClusterPorts } from '../../ports.ts';
import { answers, type ManagedProcess } from '../../process/managed-process.ts';
import { startInNode } from '../children.ts';
import type { ControlPlane } from '../control-plane/prepare-control-plane.ts';
import { connectNode } from '../host-network.ts';
import { networkFrom } from '../network.ts';
import { type ClusterPaths, containerdSocket, insideNode, nodePaths } from '../paths.ts';
import type { NodePrograms } from '../programs.ts';
import type { RunningNode } from '../types.ts';
import { createCgroup } from './cgroups.ts';
import { kubeletArguments } from './kubelet-config.ts';
import { writeNodeFiles } from './node-files.ts';
import { waitForNode } from './node-ready.ts';
import { startSandbox } from './sandbox.ts';
import { chooseSnapshotter } from './snapshotter.ts';

export interface NodeOptions {
  readonly cluster: string;
  readonly index: number;
  readonly ports: ClusterPorts;
  readonly paths: ClusterPaths;
  readonly programs: NodePrograms;
  readonly controlPlane: ControlPlane;
  /** The pause program: it is the node's first process too. */
  readonly init: string;
  readonly started: (process: ManagedProcess) => void;
}

export const cgroupOf = ({ ports, index }: Pick<NodeOptions, 'ports' | 'index'>): string =>
  `oriel-${ports.etcdClient}-${index + 1}`;

/** Namespaces, network and containerd: what a node needs before there is an API server. */
export async function prepareNode(options: NodeOptions): Promise<RunningNode> {
  const { cluster, index, ports, paths, programs, started } = options;
  const network = networkFrom(ports);
  const node = network.nodes[index];
  if (!node)
    throw new RangeError(`A cluster has up to ${network.nodes.length} nodes; there is no number ${index + 1}.`);
  const name = `${cluster}-${index + 1}`;
  const own = nodePaths(paths, index);
  const sandbox = await startSandbox(name, own, options.init, paths.log(name));
  started(sandbox.process);
  await connectNode(network, node, sandbox.initPid);
  const cgroup = cgroupOf(options);
  await createCgroup(cgroup);
  const snapshotter = await chooseSnapshotter(own.root);
  await writeNodeFiles(own.etc, { ...options, nodeName: name, node, network, cgroup, snapshotter });
  started(
    await startInNode(sandbox.initPid, {
      name: `${name}/containerd`,
      command: programs.containerd,
      args: [`--config=${insideNode}/etc/containerd.toml`, '--log-level=warn'],
      logFile: paths.log(`${name}-containerd`),
      ready: () => accepts(`/proc/${sandbox.initPid}/root${containerdSocket}`),
    }),
  );
  const { varLog, varLib } = own;
  return { name, address: node.address, initPid: sandbox.initPid, snapshotter, varLog, varLib };
}

/** Kubelet and kube-proxy; returns when the API server says that the node is ready. */
export async function joinNode(options: NodeOptions, { name, address, initPid }: RunningNode): Promise<void> {
  const { ports, paths, programs, controlPlane, started } = options;
  const node = networkFrom(ports).nodes[options.index];
  if (!node) throw new RangeError(`There is no node number ${options.index + 1}.`);
  const since = new Date();
  const kubelet = startInNode(initPid, {
    name: `${name}/kubelet`,
    command: programs.kubelet,
    args: kubeletArguments({ nodeName: name, node, ports, cgroup: cgroupOf(options) }),
    logFile: paths.log(`${name}-kubelet`),
    ready: answers(`http://${address}:${ports.kubeletHealth}/healthz`),
    readyTimeoutMs: 180_000,
  });
  const proxy = startInNode(initPid, {
    name: `${name}/kube-proxy`,
    command: programs['kube-proxy'],
    args: [`--config=${insideNode}/etc/kube-proxy.yaml`],
    logFile: paths.log(`${name}-kube-proxy`),
  });
  // Both are told even when one fails: what is running must be known to whoever stops it.
  const results = await Promise.allSettled([kubelet, proxy]);
  for (const result of results) if (result.status === 'fulfilled') started(result.value);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  await waitForNode(controlPlane.api, name, since, paths.log(`${name}-kubelet`));
}

function accepts(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    const settle = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
