import { graph } from '../kit/graph.ts';
import { metrics } from '../kit/queries.ts';
import { top } from '../kit/top.ts';
import { onCard, onDisk, onNode } from './selectors.ts';

const by = 'by (cluster, node)';
const legend = '{{cluster}}/{{node}}';
const rate = (metric: string, matchers: string, at: string) => `rate(${metric}{${matchers}}[$__rate_interval]${at})`;

export function cpu() {
  return [
    top({
      title: 'CPU in use',
      description: 'Use: share of the cores that were not idle.',
      unit: 'percentunit',
      max: 1,
      limits: { warn: 0.85, bad: 0.95 },
      legend,
      of: (at) => `1 - avg ${by} (${rate('node_cpu_seconds_total', `${onNode}, mode="idle"`, at)})`,
    }),
    top({
      title: 'Load per core',
      description: 'Saturation: processes that run, want to run or wait for a disk, per core. Above 1 they queue.',
      unit: 'none',
      limits: { warn: 1, bad: 2 },
      legend,
      of: (at) =>
        `max ${by} (node_load1{${onNode}}${at}) / count ${by} (node_cpu_seconds_total{${onNode}, mode="idle"}${at})`,
    }),
    top({
      title: 'CPU pressure',
      description: 'Saturation: share of time in which at least one process waited for a core.',
      unit: 'percentunit',
      limits: { warn: 0.25, bad: 0.5 },
      legend,
      of: (at) => `max ${by} (${rate('node_pressure_cpu_waiting_seconds_total', onNode, at)})`,
    }),
  ];
}

export function memory() {
  return [
    top({
      title: 'Memory in use',
      description: 'Use: what could not be given to a new process. Caches that can be dropped do not count.',
      unit: 'percentunit',
      max: 1,
      limits: { warn: 0.85, bad: 0.95 },
      legend,
      of: (at) =>
        `1 - max ${by} (node_memory_MemAvailable_bytes{${onNode}}${at}) / max ${by} (node_memory_MemTotal_bytes{${onNode}}${at})`,
    }),
    top({
      title: 'Memory pressure',
      description:
        'Saturation: share of time in which a process waited for memory to be freed. Anything lasting is too much.',
      unit: 'percentunit',
      limits: { warn: 0.05, bad: 0.2 },
      legend,
      of: (at) => `max ${by} (${rate('node_pressure_memory_waiting_seconds_total', onNode, at)})`,
    }),
    top({
      title: 'Killed for lack of memory',
      description: 'Errors: processes that the kernel killed, per step. A limit of a container counts too.',
      unit: 'none',
      stack: 'bars',
      legend,
      of: (at) => `max ${by} (increase(node_vmstat_oom_kill{${onNode}}[$__rate_interval]${at}))`,
    }),
  ];
}

export function disks() {
  return [
    [
      top({
        title: 'Fullest file system',
        description: 'Use: share of the space that is taken, of the fullest file system of each node.',
        unit: 'percentunit',
        max: 1,
        limits: { warn: 0.8, bad: 0.9 },
        legend,
        of: (at) =>
          `max ${by} (1 - node_filesystem_avail_bytes{${onDisk}}${at} / node_filesystem_size_bytes{${onDisk}}${at})`,
      }),
      top({
        title: 'Busiest disk',
        description:
          'Use: share of time in which the busiest disk of each node had work. Fast disks can do more at 100 %.',
        unit: 'percentunit',
        limits: { warn: 0.8 },
        legend,
        of: (at) => `max ${by} (${rate('node_disk_io_time_seconds_total', onNode, at)})`,
      }),
      top({
        title: 'Waiting for disks',
        description: 'Saturation: share of time in which at least one process waited for a disk.',
        unit: 'percentunit',
        limits: { warn: 0.2, bad: 0.5 },
        legend,
        of: (at) => `max ${by} (${rate('node_pressure_io_waiting_seconds_total', onNode, at)})`,
      }),
    ],
    [
      top({
        title: 'Read from disks',
        description: 'Bytes per second, all disks of a node together.',
        unit: 'Bps',
        legend,
        of: (at) => `sum ${by} (${rate('node_disk_read_bytes_total', onNode, at)})`,
      }),
      top({
        title: 'Written to disks',
        description: 'Bytes per second, all disks of a node together.',
        unit: 'Bps',
        legend,
        of: (at) => `sum ${by} (${rate('node_disk_written_bytes_total', onNode, at)})`,
      }),
      top({
        title: 'Inodes in use',
        description:
          'Share of the inodes that are taken on the fullest file system: without a free one no file can be made.',
        unit: 'percentunit',
        max: 1,
        limits: { warn: 0.8, bad: 0.9 },
        legend,
        of: (at) =>
          `max ${by} (1 - node_filesystem_files_free{${onDisk}}${at} / (node_filesystem_files{${onDisk}}${at} > 0))`,
      }),
    ],
  ];
}

export function network() {
  return [
    top({
      title: 'Received by nodes',
      description: 'Bytes per second at the network cards of a node, its pods included.',
      unit: 'Bps',
      legend,
      of: (at) => `sum ${by} (${rate('container_network_receive_bytes_total', onCard, at)})`,
    }),
    top({
      title: 'Sent by nodes',
      description: 'Bytes per second at the network cards of a node, its pods included.',
      unit: 'Bps',
      legend,
      of: (at) => `sum ${by} (${rate('container_network_transmit_bytes_total', onCard, at)})`,
    }),
    graph({
      title: 'Network errors and drops',
      description: 'Errors: packets per second that were damaged or dropped at the network cards of the chosen nodes.',
      unit: 'pps',
      queries: ['receive', 'transmit'].map((way) =>
        metrics(
          `sum(rate(container_network_${way}_errors_total{${onCard}}[$__rate_interval])) + sum(rate(container_network_${way}_packets_dropped_total{${onCard}}[$__rate_interval])) or vector(0)`,
          way === 'receive' ? 'receiving' : 'sending',
        ),
      ),
    }),
    top({
      title: 'Tracked connections',
      description: 'Share of the connection table in use. Full, new connections are refused without a word.',
      unit: 'percentunit',
      limits: { warn: 0.7, bad: 0.9 },
      legend,
      of: (at) =>
        `max ${by} (node_nf_conntrack_entries{${onNode}}${at}) / max ${by} (node_nf_conntrack_entries_limit{${onNode}}${at})`,
    }),
  ];
}
