import { toRow } from '../kit/links.ts';
import { metrics } from '../kit/queries.ts';
import { table } from '../kit/table.ts';
import { count, share } from '../kit/units.ts';
import { uids } from '../uids.ts';
import { inCluster } from './selectors.ts';

const nodeShare = (used: string, whole: string) => `sum by (cluster) (${used}) / sum by (cluster) (${whole})`;
export const cpuShare = (at = '') =>
  `1 - avg by (cluster) (rate(node_cpu_seconds_total{${inCluster}, mode="idle"}[$__rate_interval]${at}))`;
export const memoryShare = (at = '') =>
  `1 - ${nodeShare(`node_memory_MemAvailable_bytes{${inCluster}}${at}`, `node_memory_MemTotal_bytes{${inCluster}}${at}`)}`;

export function everyCluster() {
  return table({
    title: 'Clusters',
    description:
      'One row per cluster, the fullest on top. Requests are what the scheduler has promised to pods, of what nodes can allocate: near 100 % new pods stay pending however idle the nodes are.',
    keys: [
      {
        label: 'cluster',
        title: 'Cluster',
        to: { title: 'Namespaces of this cluster', url: toRow(uids.namespaces, { cluster: 'Cluster' }) },
      },
    ],
    sortBy: 'CPU',
    columns: [
      { title: 'Nodes', ...count, query: metrics(`count by (cluster) (kube_node_info{${inCluster}})`) },
      {
        title: 'Not ready',
        ...count,
        limits: { warn: 1, bad: 3 },
        query: metrics(
          `sum by (cluster) (kube_node_status_condition{${inCluster}, condition="Ready", status="true"} == bool 0)`,
        ),
      },
      {
        title: 'Pods running',
        ...count,
        query: metrics(`sum by (cluster) (kube_pod_status_phase{${inCluster}, phase="Running"})`),
      },
      {
        title: 'Not running',
        ...count,
        limits: { warn: 1, bad: 10 },
        query: metrics(`sum by (cluster) (kube_pod_status_phase{${inCluster}, phase=~"Pending|Failed|Unknown"})`),
      },
      {
        title: 'CPU',
        ...share,
        limits: { warn: 0.8, bad: 0.95 },
        query: metrics(`1 - avg by (cluster) (rate(node_cpu_seconds_total{${inCluster}, mode="idle"}[5m]))`),
      },
      {
        title: 'CPU requested',
        ...share,
        limits: { warn: 0.9, bad: 1 },
        query: metrics(requested('cpu')),
      },
      {
        title: 'Memory',
        ...share,
        limits: { warn: 0.85, bad: 0.95 },
        query: metrics(memoryShare()),
      },
      {
        title: 'Memory requested',
        ...share,
        limits: { warn: 0.9, bad: 1 },
        query: metrics(requested('memory')),
      },
      {
        title: 'Restarts, 1 h',
        ...count,
        limits: { warn: 5, bad: 20 },
        query: metrics(`sum by (cluster) (increase(kube_pod_container_status_restarts_total{${inCluster}}[1h]))`),
      },
    ],
  });
}

const requested = (resource: string) =>
  nodeShare(
    `kube_pod_container_resource_requests{${inCluster}, resource="${resource}"}`,
    `kube_node_status_allocatable{${inCluster}, resource="${resource}"}`,
  );
