import { toRow } from '../kit/links.ts';
import { metrics } from '../kit/queries.ts';
import { table } from '../kit/table.ts';
import { count, share } from '../kit/units.ts';
import { uids } from '../uids.ts';
import { inCluster } from './selectors.ts';

const agents = `${inCluster}, job="oriel-agent"`;
const by = 'by (cluster, node, pod)';

export function everyAgent() {
  return table({
    title: 'Agents',
    description: 'One row per agent, the hungriest on top. Configured: its last configuration was accepted.',
    keys: [
      { label: 'cluster', title: 'Cluster' },
      { label: 'node', title: 'Node' },
      {
        label: 'pod',
        width: 240,
        title: 'Agent',
        to: {
          title: 'Its pod',
          url: `${toRow(uids.pods, { cluster: 'Cluster', pod: 'Agent' })}&var-namespace=oriel-agent`,
        },
      },
    ],
    sortBy: 'CPU',
    columns: [
      {
        title: 'Up',
        ...count,
        words: { 0: { text: 'no', color: 'red' }, 1: { text: 'yes', color: 'text' } },
        query: metrics(`max ${by} (up{${agents}})`),
      },
      {
        title: 'Configured',
        ...count,
        words: { 0: { text: 'no', color: 'red' }, 1: { text: 'yes', color: 'text' } },
        query: metrics(`min ${by} (remotecfg_last_load_successful{${agents}})`),
      },
      {
        title: 'CPU',
        unit: 'percentunit',
        decimals: 1,
        query: metrics(`sum ${by} (rate(process_cpu_seconds_total{${agents}}[5m]))`),
      },
      { title: 'Memory', unit: 'bytes', query: metrics(`max ${by} (process_resident_memory_bytes{${agents}})`) },
      {
        title: 'Up for',
        unit: 's',
        decimals: 0,
        query: metrics(`time() - max ${by} (process_start_time_seconds{${agents}})`),
      },
    ],
  });
}

export function everyJob() {
  return table({
    title: 'Targets by kind',
    description: 'What the metrics agents scrape, by kind, with the share that answers and what it costs in samples.',
    keys: [
      { label: 'cluster', title: 'Cluster' },
      { label: 'job', title: 'Kind' },
    ],
    sortBy: 'Samples',
    columns: [
      { title: 'Targets', ...count, query: metrics(`count by (cluster, job) (up{${inCluster}})`) },
      { title: 'Answer', ...share, query: metrics(`avg by (cluster, job) (up{${inCluster}})`) },
      {
        title: 'Samples',
        unit: 'short',
        query: metrics(`sum by (cluster, job) (scrape_samples_post_metric_relabeling{${inCluster}})`),
      },
    ],
  });
}
