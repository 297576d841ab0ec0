import type { ClusterPorts } from '../../ports.ts';
import { services } from '../network.ts';

/** What the command lines of one control plane depend on. */
export interface ControlPlaneInput {
  readonly address: string;
  readonly ports: ClusterPorts;
  readonly etcdData: string;
  /** Absolute path of a file of the cluster's certificates. */
  readonly pki: (name: string) => string;
  readonly kubeconfig: (component: string) => string;
}

const flags = (values: Readonly<Record<string, string | number>>): string[] =>
  Object.entries(values).map(([name, value]) => `--${name}=${value}`);

export function etcdArguments({ ports, etcdData, pki }: ControlPlaneInput): string[] {
  const client = `https://127.0.0.1:${ports.etcdClient}`;
  const peer = `https://127.0.0.1:${ports.etcdPeer}`;
  const certificate = {
    'cert-file': pki('etcd.crt'),
    'key-file': pki('etcd.key'),
    'trusted-ca-file': pki('etcd-ca.crt'),
  };
  const forPeers = Object.entries(certificate).map(([name, file]) => `--peer-${name}=${file}`);
  return [
    ...flags({
      name: 'default',
      'data-dir': etcdData,
      'listen-client-urls': client,
      'advertise-client-urls': client,
      'listen-peer-urls': peer,
      'initial-advertise-peer-urls': peer,
      'initial-cluster': `default=${peer}`,
      ...certificate,
      'log-level': 'warn',
      logger: 'zap',
      'log-outputs': 'stderr',
    }),
    ...forPeers,
    '--client-cert-auth',
    '--peer-client-cert-auth',
    // A power cut may lose the testbed's state; a killed process does not, and starts take a fifth of the time.
    '--unsafe-no-fsync',
  ];
}

export function apiServerArguments({ address, ports, pki }: ControlPlaneInput): string[] {
  return flags({
    // Not 0.0.0.0: nothing of a testbed is for other machines.
    'bind-address': address,
    'advertise-address': address,
    'secure-port': ports.apiServer,
    'service-cluster-ip-range': services.cidr,
    'etcd-servers': `https://127.0.0.1:${ports.etcdClient}`,
    'etcd-cafile': pki('etcd-ca.crt'),
    'etcd-certfile': pki('etcd-client.crt'),
    'etcd-keyfile': pki('etcd-client.key'),
    'tls-cert-file': pki('apiserver.crt'),
    'tls-private-key-file': pki('apiserver.key'),
    'client-ca-file': pki('ca.crt'),
    'authorization-mode': 'Node,RBAC',
    'enable-admission-plugins': 'NodeRestriction',
    'service-account-issuer': 'https://kubernetes.default.svc.cluster.local',
    'service-account-key-file': pki('sa.pub'),
    'service-account-signing-key-file': pki('sa.key'),
    'kubelet-certificate-authority': pki('ca.crt'),
    'kubelet-client-certificate': pki('apiserver-kubelet.crt'),
    'kubelet-client-key': pki('apiserver-kubelet.key'),
    'kubelet-preferred-address-types': 'InternalIP',
    // As everywhere: each namespace says by its labels what its pods may do.
    'allow-privileged': 'true',
    'enable-aggregator-routing': 'true',
    // A counter for a metric that nobody reads here: by default it asks etcd about every resource each minute.
    'etcd-count-metric-poll-period': '0',
    'event-ttl': '1h',
    // Debian's etcd is older than what streamed lists need. Refused at once, clients list as ever; promised
    // and then refused, some (kwok) try again for ever.
    'feature-gates': 'WatchList=false',
    profiling: 'false',
  });
}

/**
 * Controllers for what a one-machine cluster does not have: volumes of a cloud, node address
 * ranges, certificate requests, devices. Each would watch and resync for nothing.
 */
const unusedControllers = [
  'certificatesigningrequest-approving-controller',
  'certificatesigningrequest-cleaner-controller',
  'certificatesigningrequest-signing-controller',
  'endpointslice-mirroring-controller',
  'ephemeral-volume-controller',
  'horizontal-pod-autoscaler-controller',
  'legacy-serviceaccount-token-cleaner-controller',
  'node-ipam-controller',
  'persistentvolume-attach-detach-controller',
  'persistentvolume-binder-controller',
  'persistentvolume-expander-controller',
  'persistentvolume-protection-controller',
  'persistentvolumeclaim-protection-controller',
  'replicationcontroller-controller',
  'resourceclaim-controller',
  'service-cidr-controller',
  'ttl-controller',
  'validatingadmissionpolicy-status-controller',
  'volumeattributesclass-protection-controller',
];

export function controllerManagerArguments({ ports, pki, kubeconfig }: ControlPlaneInput): string[] {
  const own = kubeconfig('kube-controller-manager');
  return flags({
    'bind-address': '127.0.0.1',
    'secure-port': ports.controllerManager,
    kubeconfig: own,
    'authentication-kubeconfig': own,
    'authorization-kubeconfig': own,
    'client-ca-file': pki('ca.crt'),
    'root-ca-file': pki('ca.crt'),
    'service-account-private-key-file': pki('sa.key'),
    'use-service-account-credentials': 'true',
    controllers: ['*', ...unusedControllers.map((name) => `-${name}`)].join(','),
    // One of each: there is nobody to compete with, and a lease is a write every two seconds.
    'leader-elect': 'false',
    'min-resync-period': '12h',
    profiling: 'false',
  });
}

export function schedulerArguments({ ports, pki, kubeconfig }: ControlPlaneInput): string[] {
  const own = kubeconfig('kube-scheduler');
  return flags({
    'bind-address': '127.0.0.1',
    'secure-port': ports.scheduler,
    kubeconfig: own,
    'authentication-kubeconfig': own,
    'authorization-kubeconfig': own,
    'client-ca-file': pki('ca.crt'),
    'leader-elect': 'false',
    profiling: 'false',
  });
}
