import { levelColours } from '../kit/colours.ts';
import { type Dashboard, dashboard } from '../kit/dashboard.ts';
import { graph } from '../kit/graph.ts';
import { toRow } from '../kit/links.ts';
import { logLines } from '../kit/log-lines.ts';
import { logs as query } from '../kit/queries.ts';
import { stat } from '../kit/stat.ts';
import { table } from '../kit/table.ts';
import { shown } from '../kit/top.ts';
import { variables } from '../kit/variables.ts';
import { uids } from '../uids.ts';
import { inNamespace } from './selectors.ts';
import { siblings } from './siblings.ts';

const streams = `{${inNamespace}, level=~"$level"}`;
const bad = `{${inNamespace}, level=~"error|critical"}`;
/** Upper and lower case are one; an empty text matches every line. */
const search = '|~ `(?i)$search`';

/** What is logged, how much of it, by whom, and what of it is an error. */
export function logs(): Dashboard {
  return dashboard({
    name: 'logs',
    description: 'How much is logged, by whom, how much of it is errors, and the lines themselves.',
    variables: [variables.logCluster(), variables.logNamespace(), variables.logLevel(), variables.search()],
    siblings,
    sections: [
      { title: 'Now', rows: [{ height: 4, panels: now() }] },
      { title: 'Lines', rows: [{ height: 9, panels: [byLevel()] }] },
      {
        title: 'Who logs',
        rows: [
          { height: 9, panels: byNamespace() },
          { height: 10, panels: talkers() },
        ],
      },
      { title: 'The lines', rows: [{ height: 16, panels: [lines()] }] },
    ],
  });
}

function now() {
  return [
    stat({
      title: 'Lines per second',
      description: 'Over the last five minutes, of the chosen levels.',
      unit: 'short',
      decimals: 1,
      query: query(`sum(rate(${streams}[5m])) or vector(0)`),
    }),
    stat({
      title: 'Bytes per second',
      description: 'Of lines as they are stored, before compression, over the last five minutes.',
      unit: 'Bps',
      query: query(`sum(bytes_rate(${streams}[5m])) or vector(0)`),
    }),
    stat({
      title: 'Errors, last hour',
      description:
        'Lines of the levels error and critical. What is usual depends on the programs; a jump is what counts.',
      unit: 'short',
      query: query(`sum(count_over_time(${bad}[1h])) or vector(0)`),
    }),
    stat({
      title: 'Share of errors',
      description: 'Error and critical lines of all lines in the last five minutes.',
      unit: 'percentunit',
      decimals: 2,
      limits: { warn: 0.05, bad: 0.2 },
      query: query(`sum(count_over_time(${bad}[5m])) / sum(count_over_time({${inNamespace}}[5m])) or vector(0)`),
    }),
  ];
}

function byLevel() {
  return graph({
    title: 'Lines by level',
    description:
      'Lines per step with the text looked for, stacked by level. Debug and trace lines are dropped at the agent unless they are kept for a while.',
    unit: 'short',
    stack: 'bars',
    colours: levelColours,
    queries: [query(`sum by (level) (count_over_time(${streams} ${search} [$__interval]))`, '{{level}}')],
  });
}

function byNamespace() {
  return [
    graph({
      title: 'Lines by namespace',
      description: `Lines per second of the ${shown} namespaces that log most.`,
      unit: 'short',
      queries: [query(`topk(${shown}, sum by (namespace) (rate(${streams}[$__interval])))`, '{{namespace}}')],
    }),
    graph({
      title: 'Bytes by namespace',
      description: `Bytes per second of the ${shown} namespaces that log most: what the storage is spent on.`,
      unit: 'Bps',
      queries: [query(`topk(${shown}, sum by (namespace) (bytes_rate(${streams}[$__interval])))`, '{{namespace}}')],
    }),
  ];
}

function talkers() {
  const byPod = (selector: string) =>
    `topk(${shown}, sum by (cluster, namespace, pod) (count_over_time(${selector}[$__range])))`;
  const keys = [
    { label: 'cluster', title: 'Cluster' },
    { label: 'namespace', title: 'Namespace' },
    {
      label: 'pod',
      width: 240,
      title: 'Pod',
      to: { title: 'This pod', url: toRow(uids.pods, { cluster: 'Cluster', namespace: 'Namespace', pod: 'Pod' }) },
    },
  ];
  return [
    table({
      title: 'Pods that log most',
      description: `Lines over the whole range, of the ${shown} pods with most of them. Click one to see the pod.`,
      keys,
      sortBy: 'Lines',
      columns: [{ title: 'Lines', unit: 'short', query: query(byPod(streams)) }],
    }),
    table({
      title: 'Pods with most errors',
      description:
        'Error and critical lines over the whole range. Click one to see the pod. Empty where there are none.',
      keys,
      sortBy: 'Errors',
      columns: [{ title: 'Errors', unit: 'short', query: query(byPod(bad)) }],
    }),
  ];
}

function lines() {
  return logLines({
    title: 'Lines',
    description:
      "The newest lines of the chosen levels with the text looked for. Oriel's own Logs page has more room for them.",
    query: query(`${streams} ${search}`),
  });
}
