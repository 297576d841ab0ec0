import { toRow } from '../kit/links.ts';
import { metrics } from '../kit/queries.ts';
import { table } from '../kit/table.ts';
import { cores, count, share } from '../kit/units.ts';
import { uids } from '../uids.ts';
import { inPod } from './selectors.ts';

const by = 'by (cluster, namespace, pod)';

/** Use against a limit; pods without one have none to be near. */
const ofLimit = (used: string, resource: 'cpu' | 'memory') =>
  `${used} / sum ${by} (kube_pod_container_resource_limits{${inPod}, resource="${resource}"})`;

export function everyPod() {
  const cpu = `sum ${by} (rate(container_cpu_usage_seconds_total{${inPod}}[5m]))`;
  const memory = `sum ${by} (container_memory_working_set_bytes{${inPod}})`;
  return table({
    title: 'Pods',
    description:
      'One row per pod, those that restarted on top. Near 100 % of its memory limit a pod is about to be killed. No figure: no limit is set.',
    keys: [
      { label: 'cluster', title: 'Cluster' },
      { label: 'namespace', title: 'Namespace' },
      {
        label: 'pod',
        width: 240,
        title: 'Pod',
        to: {
          title: 'Only this pod',
          url: toRow(uids.pods, { cluster: 'Cluster', namespace: 'Namespace', pod: 'Pod' }),
        },
      },
    ],
    sortBy: 'Restarts, 1 h',
    columns: [
      {
        title: 'Ready',
        ...count,
        words: { 0: { text: 'no', color: 'orange' }, 1: { text: 'yes', color: 'text' } },
        query: metrics(`max ${by} (kube_pod_status_ready{${inPod}, condition="true"})`),
      },
      {
        title: 'Restarts, 1 h',
        ...count,
        limits: { warn: 1, bad: 5 },
        query: metrics(`sum ${by} (increase(kube_pod_container_status_restarts_total{${inPod}}[1h]))`),
      },
      { title: 'Age', unit: 's', decimals: 0, query: metrics(`time() - max ${by} (kube_pod_created{${inPod}})`) },
      { title: 'Cores', ...cores, query: metrics(cpu) },
      { title: 'Of CPU limit', ...share, limits: { warn: 0.8, bad: 0.95 }, query: metrics(ofLimit(cpu, 'cpu')) },
      { title: 'Memory', unit: 'bytes', query: metrics(memory) },
      {
        title: 'Of memory limit',
        ...share,
        limits: { warn: 0.8, bad: 0.95 },
        query: metrics(ofLimit(memory, 'memory')),
      },
    ],
  });
}
