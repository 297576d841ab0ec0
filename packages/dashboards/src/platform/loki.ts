import { type Dashboard, dashboard } from '../kit/dashboard.ts';
import { graph } from '../kit/graph.ts';
import { metrics } from '../kit/queries.ts';
import { top } from '../kit/top.ts';
import { total } from '../kit/total.ts';
import { count } from '../kit/units.ts';
import { variables } from '../kit/variables.ts';
import { fromLoki } from './selectors.ts';
import { siblings } from './siblings.ts';
import { orZero, processOf, redOf, type Store, saturationOf } from './store-panels.ts';

const store: Store = {
  matchers: fromLoki,
  duration: 'loki_request_duration_seconds',
  push: 'loki_api_v1_push',
  read: 'loki_api_v1_query(_range)?',
  queue: 'loki_query_scheduler_queue',
};

/** Loki by the RED method for pushes and queries, and what it holds, by tenant. */
export function loki(): Dashboard {
  return dashboard({
    name: 'loki',
    description:
      'The log stores of the seeds: pushes, queries, who sends how much, and what is held in memory and on disk.',
    variables: [variables.oneSeed()],
    siblings,
    sections: [
      { title: 'Now', rows: [{ height: 4, panels: now() }] },
      { title: 'Pushes', rows: [{ height: 8, panels: redOf(store, 'push') }] },
      {
        title: 'Queries',
        rows: [
          { height: 8, panels: redOf(store, 'read') },
          { height: 8, panels: saturationOf(store) },
        ],
      },
      { title: 'Tenants', rows: tenants().map((panels) => ({ height: 8, panels })) },
      {
        title: 'The store',
        rows: [
          { height: 8, panels: held() },
          { height: 8, panels: processOf(store) },
        ],
      },
    ],
  });
}

function now() {
  return [
    total({
      title: 'Down',
      description: 'Loki processes that did not answer their last scrape.',
      ...count,
      limits: { bad: 1 },
      query: metrics(`sum by (seed) (up{${fromLoki}} == bool 0)`),
    }),
    total({
      title: 'Lines per second',
      description: 'Lines taken in, over five minutes.',
      unit: 'short',
      decimals: 1,
      query: metrics(`sum by (seed) (rate(loki_distributor_lines_received_total{${fromLoki}}[5m]))`),
    }),
    total({
      title: 'Streams',
      description:
        'Streams that are open. Many more than there are containers times levels: a label has too many values.',
      unit: 'short',
      query: metrics(`sum by (seed) (loki_ingester_memory_streams{${fromLoki}})`),
    }),
    total({
      title: 'Refused, 1 h',
      description:
        'Lines that broke a limit of their tenant, by rate, age, length or number of streams. They are lost.',
      ...count,
      limits: { warn: 1, bad: 1_000 },
      query: metrics(orZero(`sum by (seed) (increase(loki_discarded_samples_total{${fromLoki}}[1h]))`, store)),
    }),
    total({
      title: 'Unwritten, 1 h',
      description:
        'Failed attempts to write a chunk to the object store. They are tried again, and memory fills meanwhile.',
      ...count,
      limits: { warn: 1, bad: 10 },
      query: metrics(`sum by (seed) (increase(loki_ingester_chunks_flush_failures_total{${fromLoki}}[1h]))`),
    }),
    total({
      title: 'Panics, 1 h',
      description: 'Faults of Loki itself that were caught. Look into its log.',
      ...count,
      limits: { bad: 1 },
      query: metrics(`sum by (seed) (increase(loki_panic_total{${fromLoki}}[1h]))`),
    }),
  ];
}

function tenants() {
  const legend = '{{seed}} {{tenant}}';
  return [
    [
      top({
        title: 'Lines by tenant',
        description: 'Lines per second.',
        unit: 'short',
        legend,
        of: (at) =>
          `sum by (seed, tenant) (rate(loki_distributor_lines_received_total{${fromLoki}}[$__rate_interval]${at}))`,
      }),
      top({
        title: 'Bytes by tenant',
        description: 'Bytes per second, before compression.',
        unit: 'Bps',
        legend,
        of: (at) =>
          `sum by (seed, tenant) (rate(loki_distributor_bytes_received_total{${fromLoki}}[$__rate_interval]${at}))`,
      }),
    ],
    [
      top({
        title: 'Streams by tenant',
        description: 'Open streams.',
        unit: 'short',
        legend,
        of: (at) => `sum by (seed, tenant) (loki_ingester_memory_streams{${fromLoki}}${at})`,
      }),
      graph({
        title: 'Lines refused by reason',
        description:
          'Lines per second that broke a limit of their tenant. They are lost: raise the limit or calm the program.',
        unit: 'short',
        queries: [
          metrics(
            `(sum by (seed, reason) (rate(loki_discarded_samples_total{${fromLoki}}[$__rate_interval]))) or group by (seed) (up{${fromLoki}}) * 0`,
            '{{seed}} {{reason}}',
          ),
        ],
      }),
    ],
  ];
}

function held() {
  return [
    top({
      title: 'Chunks in memory',
      description: 'Chunks that are not written to the object store yet.',
      unit: 'short',
      legend: '{{seed}}',
      of: (at) => `sum by (seed) (loki_ingester_memory_chunks{${fromLoki}}${at})`,
    }),
    top({
      title: 'Chunks waiting to be written',
      description: 'A queue that grows is an object store that is slow or away.',
      unit: 'short',
      legend: '{{seed}}',
      of: (at) => `sum by (seed) (loki_ingester_flush_queue_length{${fromLoki}}${at})`,
    }),
    top({
      title: 'Disk of the write-ahead log',
      description: 'Share of that disk that is taken. Full, Loki goes on without the log and a crash loses lines.',
      unit: 'percentunit',
      max: 1,
      limits: { warn: 0.8, bad: 0.9 },
      legend: '{{seed}}',
      of: (at) => `max by (seed) (loki_ingester_wal_disk_usage_percent{${fromLoki}}${at})`,
    }),
  ];
}
