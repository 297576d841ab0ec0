import { testDatabase } from '@oriel/db/testing/postgres';
import { expect, test } from 'vitest';
import { proveTenancy } from './grafana-tenancy/prove.ts';

const database = testDatabase();

test('nobody gets at another project by Grafana, and access to it ends with the role', async () => {
  const figures = await proveTenancy(database.url);
  expect(figures.successes).toEqual([]);
  expect(figures.unchanged).toBe(true);
  expect(figures.seenByOwner).toEqual(figures.words);
  expect(Object.values(figures.attempts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1_500);
  for (const ms of Object.values(figures.endedMs)) expect(ms).toBeLessThan(5_000);
}, 1_800_000);
