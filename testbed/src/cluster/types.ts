import type { ClusterPorts } from '../ports.ts';
import type { ManagedProcess } from '../process/managed-process.ts';

export interface ClusterOptions {
  /** State of every cluster lives below `<home>/cluster/<name>` and survives a restart. */
  readonly home: string;
  readonly ports: ClusterPorts;
  /** A DNS label: part of node names and of the state's path. */
  readonly name: string;
  readonly onProgress: (text: string) => void;
  /** Aborted, a start stops what it has started and throws. */
  readonly signal?: AbortSignal | undefined;
}

/** One kubelet in Linux namespaces of its own: network, mounts, processes, host name. */
export interface RunningNode {
  readonly name: string;
  /** The node's InternalIP; kubelet and host-network pods listen here. */
  readonly address: string;
  /** First process of the node's namespaces, as the host counts: `nsenter --target` takes it. */
  readonly initPid: number;
  /** The node's `/var/log` as the host sees it; `pods/` below it has what kubelet writes. */
  readonly varLog: string;
  /** How containerd there stacks the layers of images. */
  readonly snapshotter: 'overlayfs' | 'native';
  /** The node's `/var/lib`: where agents keep their state by hostPath. */
  readonly varLib: string;
}

export interface RunningCluster {
  readonly name: string;
  /** Administrator's, with certificates embedded as `*-data`. */
  readonly kubeconfigPath: string;
  /** `https://<nodeAddress>:<port>`: answers on the host and in pods. */
  readonly server: string;
  /**
   * The host's own address on the bridge that nodes and pods are on: the same at every start, out
   * of reach of other machines. What pods must reach (the seed's nginx) listens here.
   */
  readonly nodeAddress: string;
  /**
   * `<cluster>/etcd`, `<cluster>/kube-apiserver` …, `<node>` (its namespaces), `<node>/containerd`,
   * `<node>/kubelet`, `<node>/kube-proxy`. Below a node the process id is that of the nsenter around it.
   */
  readonly processes: readonly ManagedProcess[];
  /** Empty where the nodes are fakes. */
  readonly nodes: readonly RunningNode[];
  /**
   * One more, ready when this returns its name. A real one (up to 3) has no images yet: call
   * importImages again.
   */
  addNode(): Promise<string>;
  /** Ends every process, container and mount of this cluster. Its state stays. Safe to call twice. */
  stop(): Promise<void>;
}
