import { type Dashboard, dashboard } from '../kit/dashboard.ts';
import { graph } from '../kit/graph.ts';
import { metrics } from '../kit/queries.ts';
import { top } from '../kit/top.ts';
import { total } from '../kit/total.ts';
import { count } from '../kit/units.ts';
import { variables } from '../kit/variables.ts';
import { fromMimir } from './selectors.ts';
import { siblings } from './siblings.ts';
import { orZero, processOf, redOf, type Store, saturationOf } from './store-panels.ts';

const store: Store = {
  matchers: fromMimir,
  duration: 'cortex_request_duration_seconds',
  push: 'api_v1_push',
  read: 'prometheus_api_v1_query(_range)?',
  queue: 'cortex_query_scheduler_queue',
};

/** Mimir by the RED method for pushes and queries, and what it holds, by tenant. */
export function mimir(): Dashboard {
  return dashboard({
    name: 'mimir',
    description:
      'The metrics stores of the seeds: pushes, queries, who holds how many series, and whether blocks are written and compacted.',
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
  const hour = (metric: string) => `sum by (seed) (increase(${metric}{${fromMimir}}[1h]))`;
  return [
    total({
      title: 'Down',
      description: 'Mimir processes that did not answer their last scrape.',
      ...count,
      limits: { bad: 1 },
      query: metrics(`sum by (seed) (up{${fromMimir}} == bool 0)`),
    }),
    total({
      title: 'Samples/s',
      description: 'Samples taken in, over five minutes.',
      unit: 'short',
      decimals: 1,
      query: metrics(`sum by (seed) (rate(cortex_distributor_received_samples_total{${fromMimir}}[5m]))`),
    }),
    total({
      title: 'Series in memory',
      description: 'Series that the ingesters hold: what their memory is sized by.',
      unit: 'short',
      query: metrics(`sum by (seed) (cortex_ingester_memory_series{${fromMimir}})`),
    }),
    total({
      title: 'Refused, 1 h',
      description: 'Samples that broke a limit of their tenant or came too late. They are lost.',
      ...count,
      limits: { warn: 1, bad: 10_000 },
      query: metrics(orZero(hour('cortex_discarded_samples_total'), store)),
    }),
    total({
      title: 'Compactor errors',
      description:
        'Compactions of the head, and runs of the compactor, that failed in the last hour. Unrepaired, queries over days become slow.',
      ...count,
      limits: { warn: 1, bad: 5 },
      query: metrics(
        `${hour('cortex_ingester_tsdb_compactions_failed_total')} + sum by (seed) (increase(cortex_compactor_runs_failed_total{${fromMimir}, reason="error"}[1h]))`,
      ),
    }),
    total({
      title: 'Uploads failed',
      description:
        'Blocks that could not be written to the object store in the last hour. They stay on the ingester’s disk and are tried again.',
      ...count,
      limits: { warn: 1, bad: 5 },
      query: metrics(hour('cortex_ingester_shipper_upload_failures_total')),
    }),
  ];
}

function tenants() {
  const legend = '{{seed}} {{user}}';
  return [
    [
      top({
        title: 'Samples by tenant',
        description: 'Samples per second.',
        unit: 'short',
        legend,
        of: (at) =>
          `sum by (seed, user) (rate(cortex_distributor_received_samples_total{${fromMimir}}[$__rate_interval]${at}))`,
      }),
      top({
        title: 'Active series by tenant',
        description: 'Series with a sample in the last minutes: what limits and footprints are about.',
        unit: 'short',
        legend,
        of: (at) => `sum by (seed, user) (cortex_ingester_active_series{${fromMimir}}${at})`,
      }),
    ],
    [
      top({
        title: 'New series by tenant',
        description:
          'Series made per second. A high, steady rate is churn: labels that change with every pod or request.',
        unit: 'short',
        legend,
        of: (at) =>
          `sum by (seed, user) (rate(cortex_ingester_memory_series_created_total{${fromMimir}}[$__rate_interval]${at}))`,
      }),
      graph({
        title: 'Samples refused by reason',
        description: 'Samples per second that broke a limit of their tenant or came too late. They are lost.',
        unit: 'short',
        queries: [
          metrics(
            `(sum by (seed, reason) (rate(cortex_discarded_samples_total{${fromMimir}}[$__rate_interval]))) or group by (seed) (up{${fromMimir}}) * 0`,
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
      title: 'Samples that came late',
      description:
        'Samples per second that were older than the newest of their series and were taken all the same: agents that catch up.',
      unit: 'short',
      legend: '{{seed}}',
      of: (at) =>
        `sum by (seed) (rate(cortex_ingester_tsdb_out_of_order_samples_appended_total{${fromMimir}}[$__rate_interval]${at}))`,
    }),
    top({
      title: 'Since the compactor last succeeded',
      description:
        'Time since its last good run; it runs every half hour or so. Growing past hours, look into its log.',
      unit: 's',
      limits: { warn: 7_200, bad: 43_200 },
      legend: '{{seed}}',
      of: (at) => `time() - max by (seed) (cortex_compactor_last_successful_run_timestamp_seconds{${fromMimir}}${at})`,
    }),
    top({
      title: 'Since blocks were last looked up',
      description:
        'Time since the store-gateway last learned which blocks there are. Stale, queries miss the newest blocks.',
      unit: 's',
      limits: { warn: 1_800, bad: 3_600 },
      legend: '{{seed}}',
      of: (at) =>
        `time() - max by (seed) (cortex_bucket_stores_blocks_last_successful_sync_timestamp_seconds{${fromMimir}}${at})`,
    }),
  ];
}
