import { testDatabase } from '@oriel/db/testing/postgres';
import { expect, test } from 'vitest';
import { printReach } from './reads-in-reach/print.ts';
import { proveReach } from './reads-in-reach/prove.ts';

const database = testDatabase();

test('fuzzed queries of somebody who may read a part show not a byte of the rest', async () => {
  const amount = { queries: 200, seed: 1 };
  const figures = await proveReach(database.url, amount);
  printReach(figures, amount);
  const { answers, tail, seenByWhole } = figures;
  expect([...answers.leaks, ...tail.leaks]).toEqual([]);
  expect(answers.foreignBytes).toBe(0);
  expect(answers.failed).toEqual([]);
  // Most queries find something, so that there is something to leak.
  expect(answers.withData).toBeGreaterThanOrEqual(answers.atStores / 2);
  expect(answers.withOwn).toBeGreaterThan(50);
  expect(tail.withOwn).toBeGreaterThan(0);
  // The same questions do show it to those who may see it.
  expect(seenByWhole).toBeGreaterThan(30);
}, 1_800_000);
