import { testDatabase } from '@oriel/db/testing/postgres';
import { expect, test } from 'vitest';
import { proveReach } from './reads-in-reach/prove.ts';

const database = testDatabase();

test('fuzzed queries of somebody who may read a part show not a byte of the rest', async () => {
  const figures = await proveReach(database.url, { queries: 200, seed: 1 });
  expect([...figures.leaks, ...figures.tail.leaks]).toEqual([]);
  expect(figures.failed).toEqual([]);
  expect(figures.withOwn).toBeGreaterThan(10);
  expect(figures.tail.withOwn).toBeGreaterThan(0);
  // The same questions do show it to those who may see it.
  expect(figures.seenByWhole).toBeGreaterThan(10);
}, 1_800_000);
