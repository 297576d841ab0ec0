type Row = {
  name: string;
  project: string;
  seed: string;
  ms: string;
  m: string;
  l: string;
  agent: string;
  behind?: string;
  crit: number;
  warn: number;
  rate: string;
  state: 'ok' | 'late' | 'mlate' | 'dead';
};
const base: Row[] = [
  {
    name: 'edge-porto-017',
    project: 'edge-retail',
    seed: 'ams-1',
    ms: 'Silent 23 min',
    m: '23 min ago',
    l: '22 min ago',
    agent: '1.12.3',
    crit: 0,
    warn: 2,
    rate: '412 KB/s',
    state: 'dead',
  },
  {
    name: 'prod-fra-04',
    project: 'payments',
    seed: 'fra-2',
    ms: '38 ms',
    m: '6 s',
    l: '6 min 12 s',
    agent: '1.13.0',
    crit: 1,
    warn: 3,
    rate: '310 KB/s',
    state: 'late',
  },
  {
    name: 'prod-fra-07',
    project: 'payments',
    seed: 'fra-2',
    ms: '41 ms',
    m: '9 s',
    l: '6 min 40 s',
    agent: '1.13.0',
    crit: 0,
    warn: 2,
    rate: '204 KB/s',
    state: 'late',
  },
  {
    name: 'media-transcode-1',
    project: 'media',
    seed: 'iad-1',
    ms: '112 ms',
    m: '3 min 20 s',
    l: '4 s',
    agent: '1.12.4',
    behind: 'behind',
    crit: 0,
    warn: 1,
    rate: '5.1 MB/s',
    state: 'mlate',
  },
  {
    name: 'prod-iad-01',
    project: 'payments',
    seed: 'iad-1',
    ms: '96 ms',
    m: '7 s',
    l: '3 s',
    agent: '1.13.0',
    crit: 2,
    warn: 1,
    rate: '6.2 MB/s',
    state: 'ok',
  },
];
export const rows: Row[] = [
  ...base,
  ...Array.from(
    { length: 300 },
    (_, i): Row => ({
      name: `prod-ams-${String(i).padStart(3, '0')}`,
      project: 'payments',
      seed: 'ams-1',
      ms: '19 ms',
      m: '5 s',
      l: '2 s',
      agent: '1.13.0',
      crit: 0,
      warn: 0,
      rate: '4.0 MB/s',
      state: 'ok',
    }),
  ),
];
export type { Row };
export function wave(seed: number, n = 30): (number | null)[] {
  return Array.from({ length: n }, (_, i) => 50 + 20 * Math.sin(i / 3 + seed) + ((i * 7 + seed * 13) % 11));
}
