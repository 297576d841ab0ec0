import { type Dashboard, dashboard } from '../kit/dashboard.ts';
import { metrics } from '../kit/queries.ts';
import { stat } from '../kit/stat.ts';
import { top } from '../kit/top.ts';
import { count, share } from '../kit/units.ts';
import { variables } from '../kit/variables.ts';
import { cpuShare, everyCluster, memoryShare } from './cluster-table.ts';
import { inCluster } from './selectors.ts';
import { siblings } from './siblings.ts';

/** Every cluster of the project on one page: is it fine, and if not, which one? */
export function clusters(): Dashboard {
  return dashboard({
    name: 'clusters',
    description:
      'All clusters of the project at a glance. Click a cluster to see its namespaces. Figures of nodes need the right to read whole clusters, not namespaces only.',
    variables: [variables.cluster()],
    siblings,
    sections: [
      { title: 'Now', rows: [{ height: 4, panels: now() }] },
      { title: 'Clusters', rows: [{ height: 9, panels: [everyCluster()] }] },
      {
        title: 'Use',
        rows: [
          { height: 9, panels: use() },
          { height: 9, panels: traffic() },
        ],
      },
      { title: 'Trouble', rows: [{ height: 8, panels: trouble() }] },
    ],
  });
}

function now() {
  return [
    stat({
      title: 'Reporting now',
      description: 'Clusters that sent metrics in the last five minutes.',
      unit: 'none',
      query: metrics(`count(count by (cluster) (kube_pod_info{${inCluster}})) or vector(0)`),
    }),
    stat({
      title: 'Nodes not ready',
      description: 'Nodes whose condition Ready is not true. Pods on them are moved after five minutes.',
      unit: 'none',
      limits: { warn: 1, bad: 3 },
      query: metrics(
        `sum(kube_node_status_condition{${inCluster}, condition="Ready", status="true"} == bool 0) or vector(0)`,
      ),
    }),
    stat({
      title: 'Pods not up',
      description: 'Pods that are pending, failed or in an unknown phase. Finished jobs are not counted.',
      unit: 'none',
      limits: { warn: 1, bad: 10 },
      query: metrics(`sum(kube_pod_status_phase{${inCluster}, phase=~"Pending|Failed|Unknown"}) or vector(0)`),
    }),
    stat({
      title: 'Restarts, 1 h',
      description: 'Container restarts of all pods. A few after a rollout are usual; a steady stream is a crash loop.',
      ...count,
      limits: { warn: 5, bad: 20 },
      query: metrics(`sum(increase(kube_pod_container_status_restarts_total{${inCluster}}[1h])) or vector(0)`),
    }),
    stat({
      title: 'CPU now',
      description: 'Of all nodes together. Above 80 % there is little room for a node to fail.',
      ...share,
      limits: { warn: 0.8, bad: 0.95 },
      query: metrics(`1 - avg(rate(node_cpu_seconds_total{${inCluster}, mode="idle"}[5m]))`),
    }),
    stat({
      title: 'Memory now',
      description: 'What could not be given to a new process, of all nodes together. Caches do not count as used.',
      ...share,
      limits: { warn: 0.85, bad: 0.95 },
      query: metrics(
        `1 - sum(node_memory_MemAvailable_bytes{${inCluster}}) / sum(node_memory_MemTotal_bytes{${inCluster}})`,
      ),
    }),
  ];
}

function use() {
  return [
    top({
      title: 'CPU in use',
      description: "Share of all cores of a cluster's nodes.",
      unit: 'percentunit',
      max: 1,
      limits: { warn: 0.8, bad: 0.95 },
      legend: '{{cluster}}',
      of: cpuShare,
    }),
    top({
      title: 'Memory in use',
      description: "Share of all memory of a cluster's nodes, caches not counted.",
      unit: 'percentunit',
      max: 1,
      limits: { warn: 0.85, bad: 0.95 },
      legend: '{{cluster}}',
      of: memoryShare,
    }),
  ];
}

function traffic() {
  const sum = (metric: string) => (at: string) =>
    `sum by (cluster) (rate(${metric}{${inCluster}, pod!=""}[$__rate_interval]${at}))`;
  return [
    top({
      title: 'Cores used by pods',
      description: 'What the containers themselves use, in cores.',
      unit: 'none',
      legend: '{{cluster}}',
      of: sum('container_cpu_usage_seconds_total'),
    }),
    top({
      title: 'Received by pods',
      description: 'Network traffic into pods, traffic between pods of one cluster included.',
      unit: 'Bps',
      legend: '{{cluster}}',
      of: sum('container_network_receive_bytes_total'),
    }),
  ];
}

function trouble() {
  return [
    top({
      title: 'Pods not running',
      description: 'Pods that are pending, failed or unknown. A hill during a rollout is usual, a plateau is not.',
      unit: 'short',
      legend: '{{cluster}}',
      of: (at) => `sum by (cluster) (kube_pod_status_phase{${inCluster}, phase=~"Pending|Failed|Unknown"}${at})`,
    }),
    top({
      title: 'Container restarts',
      description: 'Restarts per step. Zero on a quiet day.',
      unit: 'none',
      stack: 'bars',
      legend: '{{cluster}}',
      of: (at) =>
        `sum by (cluster) (increase(kube_pod_container_status_restarts_total{${inCluster}}[$__rate_interval]${at}))`,
    }),
    top({
      title: 'API server checks that fail',
      description:
        "The API server's own checks (storage, admission, informers …) that do not pass: anything but zero wants a look.",
      unit: 'short',
      limits: { bad: 1 },
      legend: '{{cluster}}',
      of: (at) => `sum by (cluster) (kubernetes_healthcheck{${inCluster}}${at} == bool 0)`,
    }),
  ];
}
