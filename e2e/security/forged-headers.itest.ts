import { testDatabase } from '@oriel/db/testing/postgres';
import { expect, test } from 'vitest';
import { proveGatewayHeaders, proveIngestHeaders } from './forged-headers/prove.ts';

const database = testDatabase();

test('forged headers change no tenant at the gateway', async () => {
  const { wrong, atStores, atWeb } = await proveGatewayHeaders(database.url, { requests: 500, seed: 1 });
  expect(wrong).toEqual([]);
  expect(Math.min(atStores, atWeb)).toBeGreaterThan(10);
}, 120_000);

test('forged headers change no tenant at the seed’s nginx', async () => {
  const { wrong, atStores } = await proveIngestHeaders({ requests: 500, seed: 1 });
  expect(wrong).toEqual([]);
  expect(atStores).toBeGreaterThan(10);
}, 120_000);
