import { toRow } from '../kit/links.ts';
import { metrics } from '../kit/queries.ts';
import { table } from '../kit/table.ts';
import { count, share } from '../kit/units.ts';
import { uids } from '../uids.ts';
import { ofProject } from './selectors.ts';

const by = 'by (project, cluster)';
const agents = `${ofProject}, job="oriel-agent"`;

export function everyClusterOfAll() {
  return table({
    title: 'Clusters of all projects',
    description:
      'One row per cluster, those with most pods not running on top. CPU and memory are the mean of its nodes. A cluster that fell silent five minutes ago is missing here: the fleet page of Oriel names it.',
    keys: [
      { label: 'project', title: 'Project' },
      {
        label: 'cluster',
        title: 'Cluster',
        to: { title: 'Its namespaces', url: toRow(uids.namespaces, { project: 'Project', cluster: 'Cluster' }) },
      },
    ],
    sortBy: 'Not running',
    columns: [
      { title: 'Nodes', ...count, query: metrics(`count ${by} (kube_node_info{${ofProject}})`) },
      {
        title: 'Not ready',
        ...count,
        limits: { warn: 1, bad: 3 },
        query: metrics(
          `sum ${by} (kube_node_status_condition{${ofProject}, condition="Ready", status="true"} == bool 0)`,
        ),
      },
      {
        title: 'Pods',
        ...count,
        query: metrics(`sum ${by} (kube_pod_status_phase{${ofProject}, phase="Running"})`),
      },
      {
        title: 'Not running',
        ...count,
        limits: { warn: 1, bad: 10 },
        query: metrics(`sum ${by} (kube_pod_status_phase{${ofProject}, phase=~"Pending|Failed|Unknown"})`),
      },
      {
        title: 'CPU',
        ...share,
        limits: { warn: 0.8, bad: 0.95 },
        query: metrics(`1 - avg ${by} (rate(node_cpu_seconds_total{${ofProject}, mode="idle"}[5m]))`),
      },
      {
        title: 'Memory',
        ...share,
        limits: { warn: 0.85, bad: 0.95 },
        query: metrics(
          `1 - avg ${by} (node_memory_MemAvailable_bytes{${ofProject}} / node_memory_MemTotal_bytes{${ofProject}})`,
        ),
      },
      {
        title: 'Lines/s',
        unit: 'short',
        decimals: 1,
        query: metrics(`sum ${by} (rate(loki_write_sent_entries_total{${agents}}[5m]))`),
      },
      {
        title: 'Series',
        unit: 'short',
        query: metrics(`sum ${by} (prometheus_remote_write_wal_storage_active_series{${agents}})`),
      },
      {
        title: 'Targets down',
        ...count,
        limits: { warn: 1, bad: 10 },
        query: metrics(`sum ${by} (up{${ofProject}} == bool 0)`),
      },
    ],
  });
}
