import type { ClusterPorts } from '../ports.ts';

/** Ports that one cluster takes in a row: see ports.ts. */
const portsPerCluster = 9;
/** One /24 per cluster: the host and its nodes in the first quarter, a quarter of pods for each node. */
export const maxNodes = 3;

export interface ClusterNetwork {
  readonly bridge: string;
  /** Fixed: a bridge otherwise takes the lowest address of its ports and changes it as nodes come and go. */
  readonly bridgeMac: string;
  readonly hostAddress: string;
  readonly prefixLength: number;
  /** Nodes and pods together. */
  readonly cidr: string;
  readonly nodes: readonly NodeNetwork[];
}

export interface NodeNetwork {
  readonly index: number;
  readonly address: string;
  readonly podCidr: string;
  /** The node's address on its pods' bridge. */
  readonly podGateway: string;
  /** The host's end of the cable to this node. */
  readonly hostLink: string;
}

/** Service addresses exist only in the kube-proxy rules inside a node, so every cluster uses the same. */
export const services = {
  cidr: '10.96.0.0/16',
  kubernetes: '10.96.0.1',
  dns: '10.96.0.10',
} as const;

/**
 * A cluster's addresses, from nothing but its ports: two clusters that can run at the same time
 * share no port, hence no /9th of the port numbers, hence no subnet. 10.200.0.0 to 10.228.255.255.
 */
export function networkFrom(ports: ClusterPorts): ClusterNetwork {
  const base = ports.etcdClient;
  const slot = Math.floor(base / portsPerCluster);
  const high = 200 + (slot >> 8);
  const low = slot & 255;
  const at = (last: number) => `10.${high}.${low}.${last}`;
  const nodes = Array.from({ length: maxNodes }, (_, index): NodeNetwork => {
    const quarter = 64 * (index + 1);
    return {
      index,
      address: at(2 + index),
      podCidr: `${at(quarter)}/26`,
      podGateway: at(quarter + 1),
      hostLink: `orl${base}-${index + 1}`,
    };
  });
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  return {
    bridge: `oriel${base}`,
    bridgeMac: `02:6f:72:${hex(high)}:${hex(low)}:01`,
    hostAddress: at(1),
    prefixLength: 26,
    cidr: `${at(0)}/24`,
    nodes,
  };
}
