import { testDatabase } from '@oriel/db/testing/postgres';
import { expect, test } from 'vitest';
import { printRevocations } from './revocations/print.ts';
import { proveRevocations } from './revocations/prove.ts';

const database = testDatabase();

test('what is taken away is refused within 5 s, and ends open tails within 10 s', async () => {
  const figures = await proveRevocations(database.url, { perChange: 3 });
  printRevocations(figures);
  for (const [change, { refusedMs, closedMs, grafanaMs }] of Object.entries(figures)) {
    expect(Math.max(...refusedMs, ...grafanaMs), change).toBeLessThan(5_000);
    expect(Math.max(...closedMs), change).toBeLessThan(10_000);
  }
}, 180_000);
