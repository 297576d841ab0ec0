import { stringify } from 'yaml';
import type { ClusterPorts } from '../../ports.ts';
import type { NodeNetwork } from '../network.ts';
import { insideNode } from '../paths.ts';

export interface KubeProxyInput {
  readonly nodeName: string;
  readonly node: NodeNetwork;
  readonly ports: ClusterPorts;
  /** Nodes and pods: traffic from here is not masqueraded on its way to a service. */
  readonly clusterCidr: string;
}

/** @see https://kubernetes.io/docs/reference/config-api/kube-proxy-config.v1alpha1/ */
export function renderKubeProxyConfig({ nodeName, node, ports, clusterCidr }: KubeProxyInput): string {
  return stringify({
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode: 'iptables',
    hostnameOverride: nodeName,
    bindAddress: node.address,
    healthzBindAddress: `${node.address}:${ports.kubeProxyHealth}`,
    metricsBindAddress: `${node.address}:${ports.kubeProxyMetrics}`,
    clientConnection: { kubeconfig: `${insideNode}/etc/kube-proxy.kubeconfig` },
    clusterCIDR: clusterCidr,
    enableProfiling: false,
    configSyncPeriod: '1h',
    iptables: { minSyncPeriod: '1s', syncPeriod: '10m' },
    // The size of the connection table is the whole machine's and cannot be set from inside a node.
    conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' },
  });
}
