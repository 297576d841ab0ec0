import { type Dashboard, dashboard } from '../kit/dashboard.ts';
import { metrics } from '../kit/queries.ts';
import { stat } from '../kit/stat.ts';
import { top } from '../kit/top.ts';
import { cores, count } from '../kit/units.ts';
import { variables } from '../kit/variables.ts';
import { everyNamespace, everyWorkload } from './namespace-tables.ts';
import { inNamespace } from './selectors.ts';
import { siblings } from './siblings.ts';

/** What runs in the namespaces, whether it is whole, and what it uses of what it asked for. */
export function namespaces(): Dashboard {
  return dashboard({
    name: 'namespaces',
    description:
      'Namespaces and the workloads in them: whether all of their pods are there, and what they use of what they asked for. Click a namespace for its pods.',
    variables: [variables.cluster(), variables.namespace()],
    siblings,
    sections: [
      { title: 'Now', rows: [{ height: 4, panels: now() }] },
      { title: 'Namespaces', rows: [{ height: 9, panels: [everyNamespace()] }] },
      { title: 'Workloads', rows: [{ height: 10, panels: [everyWorkload()] }] },
      { title: 'Use', rows: use().map((panels) => ({ height: 8, panels })) },
    ],
  });
}

function now() {
  return [
    stat({
      title: 'Pods running',
      description: 'Pods of the chosen namespaces that run now.',
      ...count,
      query: metrics(`sum(kube_pod_status_phase{${inNamespace}, phase="Running"}) or vector(0)`),
    }),
    stat({
      title: 'Pods not running',
      description: 'Pods that are pending, failed or in an unknown phase. Finished jobs are not counted.',
      ...count,
      limits: { warn: 1, bad: 10 },
      query: metrics(`sum(kube_pod_status_phase{${inNamespace}, phase=~"Pending|Failed|Unknown"}) or vector(0)`),
    }),
    stat({
      title: 'Replicas missing',
      description: 'Replicas that deployments, stateful sets and daemon sets want and do not have ready.',
      ...count,
      limits: { warn: 1, bad: 5 },
      query: metrics(
        `(sum(clamp_min(kube_deployment_spec_replicas{${inNamespace}} - kube_deployment_status_replicas_ready{${inNamespace}}, 0)) or vector(0)) + (sum(clamp_min(kube_statefulset_replicas{${inNamespace}} - kube_statefulset_status_replicas_ready{${inNamespace}}, 0)) or vector(0)) + (sum(clamp_min(kube_daemonset_status_desired_number_scheduled{${inNamespace}} - kube_daemonset_status_number_ready{${inNamespace}}, 0)) or vector(0))`,
      ),
    }),
    stat({
      title: 'Jobs failed',
      description: 'Jobs that gave up and are still there to be looked at.',
      ...count,
      limits: { warn: 1 },
      query: metrics(`sum(kube_job_failed{${inNamespace}, condition="true"}) or vector(0)`),
    }),
    stat({
      title: 'Cores in use',
      description: 'Of all containers in the chosen namespaces, over five minutes.',
      ...cores,
      query: metrics(`sum(rate(container_cpu_usage_seconds_total{${inNamespace}}[5m])) or vector(0)`),
    }),
    stat({
      title: 'Volumes filling',
      description: 'Persistent volumes with less than a tenth of their space left.',
      ...count,
      limits: { warn: 1, bad: 3 },
      query: metrics(
        `count(kubelet_volume_stats_available_bytes{${inNamespace}} / kubelet_volume_stats_capacity_bytes{${inNamespace}} < 0.1) or vector(0)`,
      ),
    }),
  ];
}

function use() {
  const legend = '{{cluster}}/{{namespace}}';
  const rate = (metric: string) => (at: string) =>
    `sum by (cluster, namespace) (rate(${metric}{${inNamespace}}[$__rate_interval]${at}))`;
  return [
    [
      top({
        title: 'Cores in use by namespace',
        description: 'What the containers of a namespace use together, in cores.',
        unit: 'none',
        legend,
        of: rate('container_cpu_usage_seconds_total'),
      }),
      top({
        title: 'Memory in use by namespace',
        description: 'Working sets: what counts against the limits of the containers, file pages in use included.',
        unit: 'bytes',
        legend,
        of: (at) => `sum by (cluster, namespace) (container_memory_working_set_bytes{${inNamespace}}${at})`,
      }),
      top({
        title: 'Held back by CPU limits',
        description:
          'Share of the periods in which the containers of a namespace had work but had used up their limit. Lasting, their limit is too low.',
        unit: 'percentunit',
        limits: { warn: 0.25, bad: 0.5 },
        legend,
        of: (at) =>
          `${rate('container_cpu_cfs_throttled_periods_total')(at)} / (${rate('container_cpu_cfs_periods_total')(at)} > 0)`,
      }),
    ],
    [
      top({
        title: 'Received',
        description: 'Bytes per second into the pods of a namespace.',
        unit: 'Bps',
        legend,
        of: rate('container_network_receive_bytes_total'),
      }),
      top({
        title: 'Sent',
        description: 'Bytes per second out of the pods of a namespace.',
        unit: 'Bps',
        legend,
        of: rate('container_network_transmit_bytes_total'),
      }),
      top({
        title: 'Container restarts',
        description: 'Restarts per step. Zero on a quiet day.',
        unit: 'none',
        stack: 'bars',
        legend,
        of: (at) =>
          `sum by (cluster, namespace) (increase(kube_pod_container_status_restarts_total{${inNamespace}}[$__rate_interval]${at}))`,
      }),
    ],
  ];
}
