import { testDatabase } from '@oriel/db/testing/postgres';
import { expect, test } from 'vitest';
import { provePaths } from './mutated-paths/prove.ts';

const database = testDatabase();

test('bent paths reach nothing that is not open', async () => {
  const { wrong, atStores, atWeb } = await provePaths(database.url, { requests: 1_500, seed: 1 });
  expect(wrong).toEqual([]);
  expect(Math.min(atStores, atWeb)).toBeGreaterThan(0);
}, 120_000);
