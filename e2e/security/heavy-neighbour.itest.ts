import { testDatabase } from '@oriel/db/testing/postgres';
import { expect, test } from 'vitest';
import { proveNeighbour } from './heavy-neighbour/prove.ts';

const database = testDatabase();

test('heavy queries of one project leave room for the small ones of another', async () => {
  const figures = await proveNeighbour(database.url, { asks: 60, sideBySide: 32, withControl: false });
  for (const [store, { aloneMs, besideMs, answered }] of Object.entries(figures)) {
    const ratio = besideMs / aloneMs;
    console.log(`${store}: p95 ${aloneMs.toFixed(1)} ms alone, ${besideMs.toFixed(1)} ms beside: ${ratio.toFixed(2)}×`);
    // The mark is 2, on a quiet machine (heavy-neighbour.ts); other suites run beside this one. Unguarded it is hundreds.
    expect(ratio, store).toBeLessThan(10);
    expect(answered, `${store}: the heavy ones are slow, not starved`).toBeGreaterThan(0);
  }
}, 180_000);
