import { levelColours, series } from '../kit/colours.ts';
import { type Dashboard, dashboard } from '../kit/dashboard.ts';
import { graph } from '../kit/graph.ts';
import { logLines } from '../kit/log-lines.ts';
import { logs, metrics } from '../kit/queries.ts';
import { stat } from '../kit/stat.ts';
import { top } from '../kit/top.ts';
import { cores, count } from '../kit/units.ts';
import { variables } from '../kit/variables.ts';
import { everyPod } from './pod-table.ts';
import { inPod } from './selectors.ts';
import { siblings } from './siblings.ts';

/** One pod or many: state, use against what was asked for, and what it said. */
export function pods(): Dashboard {
  return dashboard({
    name: 'pods',
    description:
      'Pods: their state, what they use against what they asked for, and what they say. Choose one to see its containers and lines.',
    variables: [variables.cluster(), variables.namespace(), variables.pod()],
    siblings,
    sections: [
      { title: 'Now', rows: [{ height: 4, panels: now() }] },
      { title: 'Pods', rows: [{ height: 9, panels: [everyPod()] }] },
      { title: 'CPU and memory', rows: [...usage(), byPod()].map((panels) => ({ height: 8, panels })) },
      { title: 'Network and restarts', rows: [{ height: 8, panels: network() }] },
      {
        title: 'Logs',
        rows: [
          { height: 8, panels: [levels()] },
          { height: 14, panels: [lines()] },
        ],
      },
    ],
  });
}

function now() {
  return [
    stat({
      title: 'Pods ready',
      description: 'Pods that pass their readiness checks and get traffic.',
      ...count,
      query: metrics(`sum(kube_pod_status_ready{${inPod}, condition="true"}) or vector(0)`),
    }),
    stat({
      title: 'Not ready',
      description: 'Pods that run or ought to and do not pass their readiness checks. Finished jobs are not counted.',
      ...count,
      limits: { warn: 1, bad: 10 },
      query: metrics(
        `sum(kube_pod_status_ready{${inPod}, condition="false"} unless on (cluster, namespace, pod) (kube_pod_status_phase{${inPod}, phase="Succeeded"} == 1)) or vector(0)`,
      ),
    }),
    stat({
      title: 'Waiting to start',
      description: 'Containers that cannot start: crash loops, images that cannot be pulled, missing configuration.',
      ...count,
      limits: { warn: 1, bad: 5 },
      query: metrics(`sum(kube_pod_container_status_waiting_reason{${inPod}}) or vector(0)`),
    }),
    stat({
      title: 'Restarts, 1 h',
      description: 'Container restarts of the chosen pods.',
      ...count,
      limits: { warn: 3, bad: 10 },
      query: metrics(`sum(increase(kube_pod_container_status_restarts_total{${inPod}}[1h])) or vector(0)`),
    }),
    stat({
      title: 'OOM kills, 1 h',
      description: 'Processes that the kernel killed because their container had reached its memory limit.',
      ...count,
      limits: { warn: 1, bad: 3 },
      query: metrics(`sum(increase(container_oom_events_total{${inPod}}[1h])) or vector(0)`),
    }),
    stat({
      title: 'Cores now',
      description: 'Of the chosen pods together, over five minutes.',
      ...cores,
      query: metrics(`sum(rate(container_cpu_usage_seconds_total{${inPod}}[5m])) or vector(0)`),
    }),
  ];
}

/** Used, asked for and allowed in one picture: it says more about one pod, and is true of many. */
function usage() {
  const asked = (what: string, resource: string) =>
    `sum(kube_pod_container_resource_${what}{${inPod}, resource="${resource}"}) or vector(0)`;
  const colours = { used: series.petrol, requested: series.grey, limit: series.orange };
  return [
    [
      graph({
        title: 'Cores used, requested and allowed',
        description:
          'Of the chosen pods together. At the limit containers are held back; a limit of 0 means that none is set.',
        unit: 'none',
        colours,
        queries: [
          metrics(`sum(rate(container_cpu_usage_seconds_total{${inPod}}[$__rate_interval]))`, 'used'),
          metrics(asked('requests', 'cpu'), 'requested'),
          metrics(asked('limits', 'cpu'), 'limit'),
        ],
      }),
      graph({
        title: 'Memory used, requested and allowed',
        description:
          'Working sets of the chosen pods together. At its limit a container is killed; a limit of 0 means that none is set.',
        unit: 'bytes',
        colours,
        queries: [
          metrics(`sum(container_memory_working_set_bytes{${inPod}})`, 'used'),
          metrics(asked('requests', 'memory'), 'requested'),
          metrics(asked('limits', 'memory'), 'limit'),
        ],
      }),
    ],
  ];
}

const legend = '{{namespace}}/{{pod}}';
const containers = '{{namespace}}/{{pod}} {{container}}';
const rate = (metric: string, by: string) => (at: string) =>
  `sum by (${by}) (rate(${metric}{${inPod}}[$__rate_interval]${at}))`;
const perContainer = 'cluster, namespace, pod, container';
const perPod = 'cluster, namespace, pod';

function byPod() {
  return [
    top({
      title: 'Cores in use',
      description: 'By container.',
      unit: 'none',
      legend: containers,
      of: rate('container_cpu_usage_seconds_total', perContainer),
    }),
    top({
      title: 'Memory in use',
      description: 'Working sets by container.',
      unit: 'bytes',
      legend: containers,
      of: (at) => `sum by (${perContainer}) (container_memory_working_set_bytes{${inPod}}${at})`,
    }),
    top({
      title: 'Held back by CPU limits',
      description: 'Share of the periods in which a container had work but had used up its limit.',
      unit: 'percentunit',
      limits: { warn: 0.25, bad: 0.5 },
      legend: containers,
      of: (at) =>
        `${rate('container_cpu_cfs_throttled_periods_total', perContainer)(at)} / (${rate('container_cpu_cfs_periods_total', perContainer)(at)} > 0)`,
    }),
  ];
}

function network() {
  return [
    top({
      title: 'Received',
      description: 'Bytes per second into a pod.',
      unit: 'Bps',
      legend,
      of: rate('container_network_receive_bytes_total', perPod),
    }),
    top({
      title: 'Sent',
      description: 'Bytes per second out of a pod.',
      unit: 'Bps',
      legend,
      of: rate('container_network_transmit_bytes_total', perPod),
    }),
    top({
      title: 'Container restarts',
      description: 'Restarts per step. Zero on a quiet day.',
      unit: 'none',
      stack: 'bars',
      legend,
      of: (at) =>
        `sum by (${perPod}) (increase(kube_pod_container_status_restarts_total{${inPod}}[$__rate_interval]${at}))`,
    }),
  ];
}

function levels() {
  return graph({
    title: 'Lines by level',
    description:
      'Lines per step of the chosen pods. Debug and trace lines are dropped at the agent unless they are kept.',
    unit: 'short',
    stack: 'bars',
    colours: levelColours,
    queries: [logs(`sum by (level) (count_over_time({${inPod}}[$__interval]))`, '{{level}}')],
  });
}

function lines() {
  return logLines({
    title: 'Lines',
    description: 'The newest lines of the chosen pods.',
    query: logs(`{${inPod}}`),
  });
}
