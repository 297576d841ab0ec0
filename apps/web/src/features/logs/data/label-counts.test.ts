import { expect, it } from 'vitest';
import { readLabelCounts } from './label-counts.ts';

it('sums one answer per label', () => {
  const counts = readLabelCounts([
    { metric: { cluster: 'a', pod: 'p1', level: 'info' }, value: [1, '5'] },
    { metric: { cluster: 'a', pod: 'p2', level: 'warn' }, value: [1, '2'] },
    { metric: { cluster: 'b', pod: 'p1' }, value: [1, '1'] },
  ]);
  expect([...(counts.cluster ?? [])]).toEqual([
    ['a', 7],
    ['b', 1],
  ]);
  expect([...(counts.pod ?? [])]).toEqual([
    ['p1', 6],
    ['p2', 2],
  ]);
  expect([...(counts.level ?? [])]).toEqual([
    ['info', 5],
    ['warn', 2],
    ['', 1],
  ]);
});
