import { type Dashboard, dashboard } from '../kit/dashboard.ts';
import { metrics } from '../kit/queries.ts';
import { stat } from '../kit/stat.ts';
import { count } from '../kit/units.ts';
import { variables } from '../kit/variables.ts';
import { configuration, logsPath, metricsPath } from './pipeline-graphs.ts';
import { everyAgent, everyJob } from './pipeline-tables.ts';
import { inCluster } from './selectors.ts';
import { siblings } from './siblings.ts';

const agents = `${inCluster}, job="oriel-agent"`;

/** What watches the rest: do the agents run, does everything they read arrive, and how far behind is it? */
export function pipeline(): Dashboard {
  return dashboard({
    name: 'pipeline',
    description:
      'The agents that carry logs and metrics from the clusters to the seed: what they deliver, how far they are behind and what was lost. The agents run in the namespace oriel-agent; whoever may read other namespaces only sees nothing here.',
    variables: [variables.cluster()],
    siblings,
    sections: [
      { title: 'Now', rows: [{ height: 4, panels: now() }] },
      { title: 'Logs', rows: logsPath().map((panels) => ({ height: 8, panels })) },
      { title: 'Metrics', rows: metricsPath().map((panels) => ({ height: 8, panels })) },
      {
        title: 'Agents and what they scrape',
        rows: [
          { height: 9, panels: [everyAgent(), everyJob()], widths: [14, 10] },
          { height: 8, panels: configuration() },
        ],
      },
    ],
  });
}

function now() {
  return [
    stat({
      title: 'Agents up',
      description: 'Agents whose own metrics arrive: one per node for logs, one per cluster for metrics.',
      ...count,
      query: metrics(`sum(up{${agents}}) or vector(0)`),
    }),
    stat({
      title: 'Targets down',
      description: 'Agents, exporters, kubelets and pods that did not answer the last scrape.',
      ...count,
      limits: { warn: 1, bad: 10 },
      query: metrics(`sum(up{${inCluster}} == bool 0) or vector(0)`),
    }),
    stat({
      title: 'Lines/s',
      description: 'Lines per second that the seed has confirmed, over five minutes.',
      unit: 'short',
      decimals: 1,
      query: metrics(`sum(rate(loki_write_sent_entries_total{${agents}}[5m])) or vector(0)`),
    }),
    stat({
      title: 'Samples/s',
      description: 'Samples per second that were handed to the seed, over five minutes.',
      unit: 'short',
      decimals: 1,
      query: metrics(`sum(rate(prometheus_remote_storage_samples_total{${agents}}[5m])) or vector(0)`),
    }),
    stat({
      title: 'Lines lost, 1 h',
      description: 'Lines that an agent gave up on: refused by the seed or too long. Dropped debug lines are not lost.',
      ...count,
      limits: { warn: 1, bad: 1_000 },
      query: metrics(`sum(increase(loki_write_dropped_entries_total{${agents}}[1h])) or vector(0)`),
    }),
    stat({
      title: 'Samples lost',
      description: 'Samples that the seed refused for good in the last hour, because of a limit or a clock far off.',
      ...count,
      limits: { warn: 1, bad: 10_000 },
      query: metrics(`sum(increase(prometheus_remote_storage_samples_failed_total{${agents}}[1h])) or vector(0)`),
    }),
  ];
}
