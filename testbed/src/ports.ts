/** Every port of one embedded Oriel, derived from the front door's: two of them can run side by side. */
export interface Ports {
  readonly front: number;
  readonly web: number;
  /** Gateway's own listener for the seed's nginx (remote configuration). */
  readonly remoteConfig: number;
  readonly postgres: number;
  readonly lokiHttp: number;
  readonly lokiGrpc: number;
  readonly mimirHttp: number;
  readonly mimirGrpc: number;
  /** The seed's nginx: mutual TLS, all that agents talk to. */
  readonly ingest: number;
  /** On loopback; people reach it through the front door. */
  readonly grafana: number;
  /** What the Alloy that watches the seed says of itself. */
  readonly seedAgent: number;
  readonly demo: ClusterPorts;
  readonly second: ClusterPorts;
}

export interface ClusterPorts {
  readonly etcdClient: number;
  readonly etcdPeer: number;
  readonly apiServer: number;
  readonly controllerManager: number;
  readonly scheduler: number;
  readonly kubelet: number;
  readonly kubeletHealth: number;
  readonly kubeProxyHealth: number;
  readonly kubeProxyMetrics: number;
}

export function portsFrom(front: number): Ports {
  return {
    front,
    web: front + 1,
    remoteConfig: front + 2,
    postgres: front + 3,
    lokiHttp: front + 4,
    lokiGrpc: front + 5,
    mimirHttp: front + 6,
    mimirGrpc: front + 7,
    ingest: front + 8,
    grafana: front + 9,
    seedAgent: front + 10,
    demo: clusterPorts(front + 20),
    second: clusterPorts(front + 40),
  };
}

function clusterPorts(base: number): ClusterPorts {
  return {
    etcdClient: base,
    etcdPeer: base + 1,
    apiServer: base + 2,
    controllerManager: base + 3,
    scheduler: base + 4,
    kubelet: base + 5,
    kubeletHealth: base + 6,
    kubeProxyHealth: base + 7,
    kubeProxyMetrics: base + 8,
  };
}
