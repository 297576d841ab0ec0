import { toRow } from '../kit/links.ts';
import { metrics } from '../kit/queries.ts';
import { table } from '../kit/table.ts';
import { count, share } from '../kit/units.ts';
import { uids } from '../uids.ts';
import { onDisk, onNode } from './selectors.ts';

export function everyNode() {
  const by = 'by (cluster, node)';
  return table({
    title: 'Nodes',
    description:
      'One row per node, the busiest on top. Waiting for disks is time in which a core had work but no data: above 10 % the disks are what is slow.',
    keys: [
      { label: 'cluster', title: 'Cluster' },
      {
        label: 'node',
        title: 'Node',
        to: { title: 'Only this node', url: toRow(uids.nodes, { cluster: 'Cluster', node: 'Node' }) },
      },
    ],
    sortBy: 'CPU',
    columns: [
      {
        title: 'Ready',
        ...count,
        words: { 0: { text: 'no', color: 'red' }, 1: { text: 'yes', color: 'text' } },
        query: metrics(`max ${by} (kube_node_status_condition{${onNode}, condition="Ready", status="true"})`),
      },
      {
        title: 'Up for',
        unit: 's',
        decimals: 0,
        query: metrics(`time() - max ${by} (node_boot_time_seconds{${onNode}})`),
      },
      {
        title: 'CPU',
        ...share,
        limits: { warn: 0.85, bad: 0.95 },
        query: metrics(`1 - avg ${by} (rate(node_cpu_seconds_total{${onNode}, mode="idle"}[5m]))`),
      },
      {
        title: 'Waiting for disks',
        unit: 'percentunit',
        decimals: 1,
        limits: { warn: 0.1, bad: 0.25 },
        query: metrics(`avg ${by} (rate(node_cpu_seconds_total{${onNode}, mode="iowait"}[5m]))`),
      },
      {
        title: 'Memory',
        ...share,
        limits: { warn: 0.85, bad: 0.95 },
        query: metrics(
          `1 - max ${by} (node_memory_MemAvailable_bytes{${onNode}}) / max ${by} (node_memory_MemTotal_bytes{${onNode}})`,
        ),
      },
      {
        title: 'Fullest disk',
        ...share,
        limits: { warn: 0.8, bad: 0.9 },
        query: metrics(
          `max ${by} (1 - node_filesystem_avail_bytes{${onDisk}} / node_filesystem_size_bytes{${onDisk}})`,
        ),
      },
      {
        title: 'Pods',
        ...count,
        query: metrics(`max ${by} (kubelet_running_pods{${onNode}})`),
      },
    ],
  });
}
