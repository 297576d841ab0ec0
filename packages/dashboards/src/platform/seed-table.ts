import { toRow } from '../kit/links.ts';
import { metrics } from '../kit/queries.ts';
import { table } from '../kit/table.ts';
import { count } from '../kit/units.ts';
import { uids } from '../uids.ts';
import { atSeed, fromIngest, fromLoki, fromMimir } from './selectors.ts';

const yes = { 0: { text: 'no', color: 'red' }, 1: { text: 'yes', color: 'text' } } as const;

export function everySeed() {
  return table({
    title: 'Seeds',
    description: 'One row per seed: whether its parts answer, what it takes in and what it holds at present.',
    keys: [
      {
        label: 'seed',
        title: 'Seed',
        to: { title: 'Its Loki', url: toRow(uids.loki, { seed: 'Seed' }) },
      },
    ],
    sortBy: 'Series',
    columns: [
      { title: 'Loki', ...count, words: yes, query: metrics(`min by (seed) (up{${fromLoki}})`) },
      { title: 'Mimir', ...count, words: yes, query: metrics(`min by (seed) (up{${fromMimir}})`) },
      { title: 'Door', ...count, words: yes, query: metrics(`min by (seed) (probe_success{${fromIngest}})`) },
      {
        title: 'Lines/s',
        unit: 'short',
        decimals: 1,
        query: metrics(`sum by (seed) (rate(loki_distributor_lines_received_total{${fromLoki}}[5m]))`),
      },
      {
        title: 'Streams',
        unit: 'short',
        query: metrics(`sum by (seed) (loki_ingester_memory_streams{${fromLoki}})`),
      },
      {
        title: 'Samples/s',
        unit: 'short',
        decimals: 1,
        query: metrics(`sum by (seed) (rate(cortex_distributor_received_samples_total{${fromMimir}}[5m]))`),
      },
      {
        title: 'Series',
        unit: 'short',
        query: metrics(`sum by (seed) (cortex_ingester_memory_series{${fromMimir}})`),
      },
      {
        title: 'Memory',
        unit: 'bytes',
        query: metrics(`sum by (seed) (process_resident_memory_bytes{${atSeed}})`),
      },
    ],
  });
}
