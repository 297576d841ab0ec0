import { testDatabase } from '@oriel/db/testing/postgres';
import { expect, test } from 'vitest';
import { printPaths } from './mutated-paths/print.ts';
import { provePaths } from './mutated-paths/prove.ts';

const database = testDatabase();

test('bent paths reach nothing that is not open', async () => {
  const figures = await provePaths(database.url, { requests: 3_000, seed: 1 });
  printPaths(figures);
  const { wrong, atStores, atWeb, atGrafana } = figures;
  expect(wrong).toEqual([]);
  expect(Math.min(atStores, atWeb, atGrafana)).toBeGreaterThan(5);
}, 120_000);
