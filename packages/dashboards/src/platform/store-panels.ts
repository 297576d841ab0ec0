import { graph } from '../kit/graph.ts';
import { metrics } from '../kit/queries.ts';
import { top } from '../kit/top.ts';

/** What Loki and Mimir have in common: how their request metrics are called, and under which routes. */
export interface Store {
  readonly matchers: string;
  readonly duration: string;
  readonly push: string;
  readonly read: string;
  readonly queue: string;
}

/** A seed on which the thing asked for has never happened has no series for it: nothing stands for 0. */
export const orZero = (expression: string, { matchers }: Store): string =>
  `(${expression}) or group by (seed) (up{${matchers}}) * 0`;

const sideOf = (store: Store, side: 'push' | 'read') => (side === 'push' ? store.push : store.read);

const requests = (store: Store, route: string, status: string) =>
  `sum by (seed) (rate(${store.duration}_count{${store.matchers}, route=~"${route}", status_code=~"${status}"}[$__rate_interval]))`;

/** Rate, errors and duration of what agents push, or of what people ask. */
export function redOf(store: Store, side: 'push' | 'read') {
  const route = sideOf(store, side);
  const words =
    side === 'push'
      ? {
          rate: 'Pushes',
          errors: 'Pushes refused',
          time: 'Time for a push',
          by: 'Agents and the ingest gateway wait for it.',
        }
      : {
          rate: 'Queries',
          errors: 'Queries failed',
          time: 'Time for a query',
          by: 'People and dashboards wait for it.',
        };
  const quantile = (share: number) =>
    orZero(
      `histogram_quantile(${share}, sum by (seed, le) (rate(${store.duration}_bucket{${store.matchers}, route=~"${route}"}[$__rate_interval]))) >= 0`,
      store,
    );
  return [
    graph({
      title: words.rate,
      description: 'Rate: requests per second that were answered well.',
      unit: 'reqps',
      queries: [metrics(orZero(requests(store, route, '2..'), store), '{{seed}}')],
    }),
    graph({
      title: words.errors,
      description:
        'Errors: requests per second answered with 4xx (a limit, bad data, a bad query) or 5xx (the store’s own fault).',
      unit: 'reqps',
      queries: [
        metrics(orZero(requests(store, route, '4..'), store), '{{seed}} 4xx'),
        metrics(orZero(requests(store, route, '5..'), store), '{{seed}} 5xx'),
      ],
    }),
    graph({
      title: words.time,
      description: `Duration of every second request, and of the slowest hundredth. ${words.by}`,
      unit: 's',
      limits: side === 'push' ? { warn: 1, bad: 5 } : { warn: 5, bad: 30 },
      queries: [metrics(quantile(0.5), '{{seed}} 50 %'), metrics(quantile(0.99), '{{seed}} 99 %')],
    }),
  ];
}

/** Saturation: queries that wait for their turn, and what the process uses. */
export function saturationOf(store: Store) {
  return [
    graph({
      title: 'Queries waiting',
      description:
        'Queries in the queue, over all tenants. Lasting, the queriers are too few or somebody asks too much.',
      unit: 'none',
      queries: [metrics(orZero(`sum by (seed) (${store.queue}_length{${store.matchers}})`, store), '{{seed}}')],
    }),
    top({
      title: 'Time in the queue',
      description: 'Mean time that a query waited for its turn.',
      unit: 's',
      limits: { warn: 0.5, bad: 5 },
      legend: '{{seed}}',
      of: (at) =>
        `sum by (seed) (rate(${store.queue}_duration_seconds_sum{${store.matchers}}[$__rate_interval]${at})) / clamp_min(sum by (seed) (rate(${store.queue}_duration_seconds_count{${store.matchers}}[$__rate_interval]${at})), 0.001)`,
    }),
    top({
      title: 'Requests at once',
      description: 'Requests that are being worked on, over all routes.',
      unit: 'none',
      legend: '{{seed}}',
      of: (at) =>
        `sum by (seed) (${store.duration.replace('_request_duration_seconds', '_inflight_requests')}{${store.matchers}}${at})`,
    }),
  ];
}

export function processOf({ matchers }: Store) {
  return [
    top({
      title: 'Cores in use',
      description: 'Of the process, in cores.',
      unit: 'none',
      legend: '{{seed}}',
      of: (at) => `sum by (seed) (rate(process_cpu_seconds_total{${matchers}}[$__rate_interval]${at}))`,
    }),
    top({
      title: 'Memory in use',
      description: 'Resident memory of the process.',
      unit: 'bytes',
      legend: '{{seed}}',
      of: (at) => `sum by (seed) (process_resident_memory_bytes{${matchers}}${at})`,
    }),
    top({
      title: 'Heap in use',
      description: 'What the program itself holds. The rest of its memory is files mapped in and space to grow.',
      unit: 'bytes',
      legend: '{{seed}}',
      of: (at) => `sum by (seed) (go_memstats_heap_inuse_bytes{${matchers}}${at})`,
    }),
  ];
}
