import { assertMachineFits } from '../cluster/preflight.ts';
import type { Ports } from '../ports.ts';
import type { StartOptions } from './options.ts';
import type { PortUse } from './ports-free.ts';

/** The steps of a start, by key, in the order in which they are shown. */
export function plan({ second }: StartOptions, withCluster: boolean): Record<string, string> {
  return {
    postgres: 'Database (PostgreSQL)',
    schema: 'Database schema',
    'web-build': 'Pages built',
    gateway: 'Gateway',
    web: 'Sign-in page',
    worker: 'Worker',
    stores: 'Stores (Loki, Mimir)',
    ingest: 'Ingest gateway (nginx)',
    ...(withCluster && {
      cluster: 'Demo cluster (Kubernetes)',
      workload: 'Sample workload',
      agents: 'Agents (Alloy, kube-state-metrics, node-exporter)',
      demo: 'Demo cluster registered',
      'seed-agent': 'Metrics of the seed itself (Alloy)',
    }),
    grafana: 'Dashboards (Grafana)',
    ...(second && { second: 'Second cluster (nodes faked)' }),
  };
}

const storeParts = ['loki', 'mimir'];
const clusterParts = [
  ...['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet', 'kube-proxy', 'kubectl'],
  ...['kube-state-metrics', 'node-exporter', 'alloy'],
];

/** Parts of the testbed that a start needs, in the order in which it needs them. */
export function partsNeeded(withCluster: boolean): string[] {
  return [...storeParts, ...(withCluster ? clusterParts : []), 'grafana'];
}

/** Why there will be no demo cluster, or undefined. @throws when it was asked for and cannot be. */
export async function reasonAgainstCluster({ cluster, home }: StartOptions): Promise<string | undefined> {
  if (cluster === false) return 'It was switched off.';
  try {
    await assertMachineFits(home, 'demo');
    return undefined;
  } catch (error) {
    if (cluster === true) throw error;
    return (error as Error).message;
  }
}

/** What will listen on this host itself; kubelets and API servers have addresses of their own. */
export function portsUsed(ports: Ports, { second }: StartOptions, withCluster: boolean): PortUse[] {
  const clusters = [...(withCluster ? [ports.demo] : []), ...(second ? [ports.second] : [])];
  return [
    { port: ports.front, what: 'the front door' },
    { port: ports.web, what: 'the pages' },
    { port: ports.remoteConfig, what: 'remote configuration' },
    { port: ports.postgres, what: 'PostgreSQL' },
    { port: ports.lokiHttp, what: 'Loki' },
    { port: ports.lokiGrpc, what: 'Loki (gRPC)' },
    { port: ports.mimirHttp, what: 'Mimir' },
    { port: ports.mimirGrpc, what: 'Mimir (gRPC)' },
    { port: ports.ingest, what: 'the ingest gateway' },
    { port: ports.grafana, what: 'Grafana' },
    ...(withCluster ? [{ port: ports.seedAgent, what: 'the agent of the seed' }] : []),
    ...clusters.flatMap(({ etcdClient, etcdPeer, controllerManager, scheduler }) => [
      { port: etcdClient, what: 'etcd' },
      { port: etcdPeer, what: 'etcd' },
      { port: controllerManager, what: 'kube-controller-manager' },
      { port: scheduler, what: 'kube-scheduler' },
    ]),
  ];
}
