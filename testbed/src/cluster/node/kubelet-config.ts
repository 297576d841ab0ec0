import { stringify } from 'yaml';
import type { ClusterPorts } from '../../ports.ts';
import { type NodeNetwork, services } from '../network.ts';
import { containerdSocket, insideNode } from '../paths.ts';

export interface KubeletInput {
  readonly nodeName: string;
  readonly node: NodeNetwork;
  readonly ports: ClusterPorts;
  /** Below which all cgroups of this node's pods are. */
  readonly cgroup: string;
}

/** @see https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/ */
export function renderKubeletConfig({ node, ports, cgroup }: KubeletInput): string {
  return stringify({
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    address: node.address,
    port: ports.kubelet,
    healthzBindAddress: node.address,
    healthzPort: ports.kubeletHealth,
    tlsCertFile: `${insideNode}/etc/kubelet.crt`,
    tlsPrivateKeyFile: `${insideNode}/etc/kubelet.key`,
    // Who may scrape is the API server's answer, so a service account with nodes/metrics may.
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: true, cacheTTL: '2m' },
      x509: { clientCAFile: `${insideNode}/etc/ca.crt` },
    },
    authorization: { mode: 'Webhook' },
    containerRuntimeEndpoint: `unix://${containerdSocket}`,
    cgroupDriver: 'cgroupfs',
    // A root of its own: a kubelet removes pods' cgroups that it does not know, those of another node included.
    cgroupRoot: `/${cgroup}`,
    failCgroupV1: false,
    failSwapOn: false,
    enforceNodeAllocatable: [],
    localStorageCapacityIsolation: true,
    clusterDomain: 'cluster.local',
    clusterDNS: [services.dns],
    resolvConf: `${insideNode}/etc/resolv.conf`,
    // As many as there are addresses.
    maxPods: 60,
    // A full disk of a developer is no reason to evict, and images cannot be pulled again.
    evictionHard: { 'memory.available': '100Mi' },
    imageGCHighThresholdPercent: 100,
    volumePluginDir: '/var/lib/kubelet/volume-plugins',
    syncFrequency: '1m',
    nodeStatusReportFrequency: '5m',
    enableProfilingHandler: false,
    logging: { verbosity: 1 },
  });
}

export function kubeletArguments({ nodeName, node }: KubeletInput): string[] {
  return [
    `--config=${insideNode}/etc/kubelet.yaml`,
    `--kubeconfig=${insideNode}/etc/kubelet.kubeconfig`,
    `--hostname-override=${nodeName}`,
    `--node-ip=${node.address}`,
    // cAdvisor looks at every container this often; metrics are scraped less often still.
    '--housekeeping-interval=15s',
  ];
}
