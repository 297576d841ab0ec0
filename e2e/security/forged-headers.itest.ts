import { testDatabase } from '@oriel/db/testing/postgres';
import { expect, test } from 'vitest';
import { printHeaders } from './forged-headers/print.ts';
import { proveGatewayHeaders, proveIngestHeaders } from './forged-headers/prove.ts';

const database = testDatabase();

test('forged headers change no tenant at the gateway', async () => {
  const figures = await proveGatewayHeaders(database.url, { requests: 1_000, seed: 1 });
  printHeaders('gateway', figures);
  const { wrong, atStores, atWeb, atGrafana } = figures;
  expect(wrong).toEqual([]);
  expect(Math.min(atStores, atWeb, atGrafana)).toBeGreaterThan(10);
}, 120_000);

test('forged headers change no tenant at the seed’s nginx', async () => {
  const figures = await proveIngestHeaders({ requests: 500, seed: 1 });
  printHeaders('ingest', figures);
  const { wrong, atStores } = figures;
  expect(wrong).toEqual([]);
  expect(atStores).toBeGreaterThan(10);
}, 120_000);
