import { toRow } from '../kit/links.ts';
import { metrics } from '../kit/queries.ts';
import { table } from '../kit/table.ts';
import { cores, count, share } from '../kit/units.ts';
import { uids } from '../uids.ts';
import { inNamespace } from './selectors.ts';

const by = 'by (cluster, namespace)';

/** Of what the pods asked for, limits or requests. Pods of finished jobs ask for nothing any more. */
const asked = (what: 'requests' | 'limits', resource: 'cpu' | 'memory') =>
  `sum ${by} (kube_pod_container_resource_${what}{${inNamespace}, resource="${resource}"})`;

export function everyNamespace() {
  const cpu = `sum ${by} (rate(container_cpu_usage_seconds_total{${inNamespace}}[5m]))`;
  const memory = `sum ${by} (container_memory_working_set_bytes{${inNamespace}})`;
  return table({
    title: 'Namespaces',
    description:
      'One row per namespace, the largest user of CPU on top. Use far below the requests is capacity that nobody else can have; use above them is borrowed and may be taken back.',
    keys: [
      { label: 'cluster', title: 'Cluster' },
      {
        label: 'namespace',
        title: 'Namespace',
        to: { title: 'Pods of this namespace', url: toRow(uids.pods, { cluster: 'Cluster', namespace: 'Namespace' }) },
      },
    ],
    sortBy: 'Cores',
    columns: [
      {
        title: 'Pods',
        ...count,
        query: metrics(`sum ${by} (kube_pod_status_phase{${inNamespace}, phase="Running"})`),
      },
      {
        title: 'Not running',
        ...count,
        limits: { warn: 1, bad: 10 },
        query: metrics(`sum ${by} (kube_pod_status_phase{${inNamespace}, phase=~"Pending|Failed|Unknown"})`),
      },
      { title: 'Cores', ...cores, query: metrics(cpu) },
      { title: 'Of requests', ...share, query: metrics(`${cpu} / ${asked('requests', 'cpu')}`) },
      { title: 'Memory', unit: 'bytes', query: metrics(memory) },
      { title: 'Of memory requests', ...share, query: metrics(`${memory} / ${asked('requests', 'memory')}`) },
      {
        title: 'Restarts, 1 h',
        ...count,
        limits: { warn: 5, bad: 20 },
        query: metrics(`sum ${by} (increase(kube_pod_container_status_restarts_total{${inNamespace}}[1h]))`),
      },
    ],
  });
}

const kinds = [
  {
    kind: 'Deployment',
    label: 'deployment',
    wanted: 'kube_deployment_spec_replicas',
    ready: 'kube_deployment_status_replicas_ready',
    updated: 'kube_deployment_status_replicas_updated',
  },
  {
    kind: 'StatefulSet',
    label: 'statefulset',
    wanted: 'kube_statefulset_replicas',
    ready: 'kube_statefulset_status_replicas_ready',
    updated: 'kube_statefulset_status_replicas_updated',
  },
  {
    kind: 'DaemonSet',
    label: 'daemonset',
    wanted: 'kube_daemonset_status_desired_number_scheduled',
    ready: 'kube_daemonset_status_number_ready',
    updated: 'kube_daemonset_status_updated_number_scheduled',
  },
] as const;

/** All three kinds as rows of one table: each names itself in a label of its own, which becomes `workload`. */
function ofEveryKind(expression: (kind: (typeof kinds)[number]) => string): string {
  return kinds
    .map((kind) => {
      const summed = `sum by (cluster, namespace, ${kind.label}) (${expression(kind)})`;
      const named = `label_replace(${summed}, "workload", "$1", "${kind.label}", "(.+)")`;
      return `sum by (cluster, namespace, workload, kind) (label_replace(${named}, "kind", "${kind.kind}", "", ""))`;
    })
    .join(' or ');
}

export function everyWorkload() {
  return table({
    title: 'Workloads',
    description:
      'Deployments, stateful sets and daemon sets, the least complete on top. Fewer updated than wanted replicas: a rollout is under way or stuck.',
    keys: [
      { label: 'cluster', title: 'Cluster' },
      { label: 'namespace', title: 'Namespace' },
      {
        label: 'workload',
        title: 'Workload',
        to: {
          title: 'Pods of this namespace',
          url: toRow(uids.pods, { cluster: 'Cluster', namespace: 'Namespace' }),
        },
      },
      { label: 'kind', title: 'Kind', width: 130 },
    ],
    sortBy: 'Missing',
    columns: [
      {
        title: 'Wanted',
        ...count,
        query: metrics(ofEveryKind(({ wanted }) => `${wanted}{${inNamespace}}`)),
      },
      { title: 'Ready', ...count, query: metrics(ofEveryKind(({ ready }) => `${ready}{${inNamespace}}`)) },
      {
        title: 'Missing',
        ...count,
        limits: { warn: 1, bad: 3 },
        query: metrics(
          ofEveryKind(({ wanted, ready }) => `clamp_min(${wanted}{${inNamespace}} - ${ready}{${inNamespace}}, 0)`),
        ),
      },
      { title: 'Updated', ...count, query: metrics(ofEveryKind(({ updated }) => `${updated}{${inNamespace}}`)) },
    ],
  });
}
