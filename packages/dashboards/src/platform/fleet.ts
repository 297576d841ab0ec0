import { type Dashboard, dashboard } from '../kit/dashboard.ts';
import { metrics } from '../kit/queries.ts';
import { topOfAll } from '../kit/top.ts';
import { total } from '../kit/total.ts';
import { count } from '../kit/units.ts';
import { variables } from '../kit/variables.ts';
import { everyClusterOfAll } from './fleet-table.ts';
import { ofProject } from './selectors.ts';
import { siblings } from './siblings.ts';

const agents = `${ofProject}, job="oriel-agent"`;

/** Every cluster of every project: what is there, what is silent, who sends how much. */
export function fleet(): Dashboard {
  return dashboard({
    name: 'fleet',
    description:
      'All clusters of all projects: what is there, what is in trouble, and who sends how much. Click a cluster for its namespaces.',
    variables: [variables.project()],
    siblings,
    sections: [
      {
        title: 'Now',
        rows: [
          { height: 4, panels: sizes() },
          { height: 4, panels: troubles() },
        ],
      },
      { title: 'Clusters', rows: [{ height: 12, panels: [everyClusterOfAll()] }] },
      { title: 'Who sends how much', rows: volumes().map((panels) => ({ height: 9, panels })) },
    ],
  });
}

function sizes() {
  return [
    total({
      title: 'Projects',
      description: 'Projects with at least one cluster that sends metrics.',
      ...count,
      query: metrics(`group by (project) (kube_node_info{${ofProject}})`),
    }),
    total({
      title: 'Clusters',
      description: 'Clusters that sent metrics in the last five minutes.',
      ...count,
      query: metrics(`count by (project) (up{${ofProject}, job="apiserver"})`),
    }),
    total({
      title: 'Nodes',
      description: 'Nodes of all clusters, ready or not.',
      ...count,
      query: metrics(`count by (project) (kube_node_info{${ofProject}})`),
    }),
    total({
      title: 'Pods running',
      description: 'Pods of all clusters that run now.',
      unit: 'short',
      query: metrics(`sum by (project) (kube_pod_status_phase{${ofProject}, phase="Running"})`),
    }),
    total({
      title: 'Lines/s',
      description: 'Log lines that the seeds confirmed to the agents, over five minutes.',
      unit: 'short',
      decimals: 1,
      query: metrics(`sum by (project) (rate(loki_write_sent_entries_total{${agents}}[5m]))`),
    }),
    total({
      title: 'Samples/s',
      description: 'Samples that the agents handed to the seeds, over five minutes.',
      unit: 'short',
      decimals: 1,
      query: metrics(`sum by (project) (rate(prometheus_remote_storage_samples_total{${agents}}[5m]))`),
    }),
  ];
}

function troubles() {
  return [
    total({
      title: 'Nodes not ready',
      description: 'Nodes whose condition Ready is not true.',
      ...count,
      limits: { warn: 1, bad: 10 },
      query: metrics(
        `sum by (project) (kube_node_status_condition{${ofProject}, condition="Ready", status="true"} == bool 0)`,
      ),
    }),
    total({
      title: 'Pods not running',
      description: 'Pods that are pending, failed or unknown.',
      ...count,
      limits: { warn: 1, bad: 50 },
      query: metrics(`sum by (project) (kube_pod_status_phase{${ofProject}, phase=~"Pending|Failed|Unknown"})`),
    }),
    total({
      title: 'Targets down',
      description: 'Agents, exporters, kubelets and pods that did not answer the last scrape.',
      ...count,
      limits: { warn: 1, bad: 50 },
      query: metrics(`sum by (project) (up{${ofProject}} == bool 0)`),
    }),
    total({
      title: 'Configs refused',
      description: 'Agents that refused the last configuration they were given and go on with the one before.',
      ...count,
      limits: { warn: 1, bad: 5 },
      query: metrics(`sum by (project) (remotecfg_last_load_successful{${agents}} == bool 0)`),
    }),
    total({
      title: 'Lines lost, 1 h',
      description: 'Lines that agents gave up on. Dropped debug lines are not lost.',
      ...count,
      limits: { warn: 1, bad: 1_000 },
      query: metrics(`sum by (project) (increase(loki_write_dropped_entries_total{${agents}}[1h]))`),
    }),
    total({
      title: 'Samples lost',
      description: 'Samples that a seed refused for good in the last hour.',
      ...count,
      limits: { warn: 1, bad: 10_000 },
      query: metrics(`sum by (project) (increase(prometheus_remote_storage_samples_failed_total{${agents}}[1h]))`),
    }),
  ];
}

function volumes() {
  const legend = '{{project}}';
  const rate = (metric: string) => (at: string) =>
    `sum by (project) (rate(${metric}{${agents}}[$__rate_interval]${at}))`;
  return [
    [
      topOfAll({
        title: 'Lines by project',
        description: 'Log lines per second.',
        unit: 'short',
        legend,
        of: rate('loki_write_sent_entries_total'),
      }),
      topOfAll({
        title: 'Log bytes by project',
        description: 'Bytes per second as the agents send them.',
        unit: 'Bps',
        legend,
        of: rate('loki_write_sent_bytes_total'),
      }),
    ],
    [
      topOfAll({
        title: 'Samples by project',
        description: 'Samples per second.',
        unit: 'short',
        legend,
        of: rate('prometheus_remote_storage_samples_total'),
      }),
      topOfAll({
        title: 'Series by project',
        description: 'Series that the metrics agents of a project hold: what a metrics store is sized by.',
        unit: 'short',
        legend,
        of: (at) => `sum by (project) (prometheus_remote_write_wal_storage_active_series{${agents}}${at})`,
      }),
    ],
  ];
}
