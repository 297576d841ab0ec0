import { graph } from '../kit/graph.ts';
import { metrics } from '../kit/queries.ts';
import { top } from '../kit/top.ts';
import { inCluster } from './selectors.ts';

const agents = `${inCluster}, job="oriel-agent"`;
const perCluster = '{{cluster}}';
const perNode = '{{cluster}}/{{node}}';
const rate = (metric: string, by: string) => (at: string) =>
  `sum by (${by}) (rate(${metric}{${agents}}[$__rate_interval]${at}))`;
const total = (fn: 'rate' | 'increase', metric: string, legend: string) =>
  metrics(`sum(${fn}(${metric}{${agents}}[$__rate_interval])) or vector(0)`, legend);

export function logsPath() {
  return [
    [
      top({
        title: 'Lines delivered',
        description: 'Lines per second that the seed has confirmed.',
        unit: 'short',
        legend: perCluster,
        of: rate('loki_write_sent_entries_total', 'cluster'),
      }),
      top({
        title: 'Log bytes delivered',
        description: 'Bytes per second that the seed has confirmed.',
        unit: 'Bps',
        legend: perCluster,
        of: rate('loki_write_sent_bytes_total', 'cluster'),
      }),
      top({
        title: 'Still to be read',
        description:
          'Bytes in growing log files that the agent of a node has not read yet. It grows while the seed is away and shrinks afterwards; past the next rotations lines are lost.',
        unit: 'bytes',
        limits: { warn: 10_000_000, bad: 100_000_000 },
        legend: perNode,
        of: (at) =>
          `sum by (cluster, node) (clamp_min(loki_source_file_file_bytes_total{${agents}}${at} - loki_source_file_read_bytes_total{${agents}}${at}, 0) * (changes(loki_source_file_file_bytes_total{${agents}}[10m]${at}) > bool 0))`,
      }),
    ],
    [
      top({
        title: 'Time for a batch of lines',
        description: 'Mean time until the seed answered a batch. Above a second the seed or the way to it is slow.',
        unit: 's',
        limits: { warn: 1, bad: 5 },
        legend: perCluster,
        of: (at) =>
          `${rate('loki_write_request_duration_seconds_sum', 'cluster')(at)} / (${rate('loki_write_request_duration_seconds_count', 'cluster')(at)} > 0)`,
      }),
      graph({
        title: 'Batches of lines tried again',
        description: 'Batches per second that the seed did not take at the first try. They are kept and sent again.',
        unit: 'reqps',
        queries: [total('rate', 'loki_write_batch_retries_total', 'tried again')],
      }),
      graph({
        title: 'Lines dropped',
        description:
          'Lines per step that did not go out. "debug" is a choice, "read_before" a line seen twice after a rotation; everything else is a loss.',
        unit: 'none',
        stack: 'bars',
        queries: [
          metrics(
            `sum by (reason) (increase(loki_process_dropped_lines_total{${agents}}[$__rate_interval]))`,
            '{{reason}}',
          ),
          total('increase', 'loki_write_dropped_entries_total', 'lost on the way'),
        ],
      }),
    ],
  ];
}

export function metricsPath() {
  return [
    [
      top({
        title: 'Samples delivered',
        description: 'Samples per second handed to the seed.',
        unit: 'short',
        legend: perCluster,
        of: rate('prometheus_remote_storage_samples_total', 'cluster'),
      }),
      top({
        title: 'Series held by the agent',
        description:
          'Series that a metrics agent keeps at present. A jump is a program with a new label of many values.',
        unit: 'short',
        legend: perCluster,
        of: (at) => `sum by (cluster) (prometheus_remote_write_wal_storage_active_series{${agents}}${at})`,
      }),
      top({
        title: 'Samples behind by',
        description:
          'Time between the newest sample that was taken and the newest that was delivered. Agents keep up to eight hours.',
        unit: 's',
        limits: { warn: 120, bad: 3_600 },
        legend: perCluster,
        of: (at) =>
          `max by (cluster) (prometheus_remote_storage_highest_timestamp_in_seconds{${agents}}${at}) - min by (cluster) (prometheus_remote_storage_queue_highest_sent_timestamp_seconds{${agents}}${at})`,
      }),
    ],
    [
      top({
        title: 'Samples waiting',
        description:
          'Samples in the queue to the seed. A saw-tooth is usual, a slope is a seed that is too slow or away.',
        unit: 'short',
        legend: perCluster,
        of: (at) => `sum by (cluster) (prometheus_remote_storage_samples_pending{${agents}}${at})`,
      }),
      graph({
        title: 'Samples refused or tried again',
        description: 'Samples per second. Tried again is a delay, refused is a loss.',
        unit: 'short',
        queries: [
          total('rate', 'prometheus_remote_storage_samples_failed_total', 'refused'),
          total('rate', 'prometheus_remote_storage_samples_retried_total', 'tried again'),
        ],
      }),
      top({
        title: 'Senders in use',
        description: 'Share of the parallel senders that an agent may use. At 100 % it cannot send faster.',
        unit: 'percentunit',
        max: 1,
        limits: { warn: 0.8, bad: 1 },
        legend: perCluster,
        of: (at) =>
          `max by (cluster) (prometheus_remote_storage_shards{${agents}}${at} / prometheus_remote_storage_shards_max{${agents}}${at})`,
      }),
    ],
  ];
}

export function configuration() {
  return [
    graph({
      title: 'Configuration fetched',
      description: 'How often per second the agents asked for their configuration, and how often that failed.',
      unit: 'reqps',
      queries: [
        total('rate', 'remotecfg_load_attempts_total', 'asked'),
        total('rate', 'remotecfg_load_failures_total', 'failed'),
      ],
    }),
    top({
      title: 'Slowest scrape',
      description: 'Time that the slowest target of a kind took to answer. Scrapes are cut off at ten seconds.',
      unit: 's',
      limits: { warn: 5, bad: 10 },
      legend: '{{cluster}} {{job}}',
      of: (at) => `max by (cluster, job) (scrape_duration_seconds{${inCluster}}${at})`,
    }),
    graph({
      title: 'Scrapes over their limit',
      description: 'Scrapes per step that were thrown away because a pod exposes too many series or too many bytes.',
      unit: 'short',
      queries: [
        total('increase', 'prometheus_target_scrapes_exceeded_sample_limit_total', 'too many series'),
        total('increase', 'prometheus_target_scrapes_exceeded_body_size_limit_total', 'too many bytes'),
      ],
    }),
  ];
}
