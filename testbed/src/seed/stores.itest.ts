import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../process/free-port.ts';
import { type SeedStores, startSeedStores } from './start-stores.ts';

let home = '';
let stores: SeedStores;
let ports: { lokiHttp: number; lokiGrpc: number; mimirHttp: number; mimirGrpc: number };

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'oriel-stores-'));
  const [lokiHttp = 0, lokiGrpc = 0, mimirHttp = 0, mimirGrpc = 0] = await Promise.all(
    Array.from({ length: 4 }, freePort),
  );
  ports = { lokiHttp, lokiGrpc, mimirHttp, mimirGrpc };
  stores = await startSeedStores({ home, ports });
});

afterAll(async () => {
  await stores?.stop();
  await rm(home, { recursive: true, force: true });
});

test('a request without a tenant is refused by both stores', async () => {
  const logs = await fetch(`${stores.logsUrl}/loki/api/v1/labels`);
  const metrics = await fetch(`${stores.metricsUrl}/prometheus/api/v1/labels`);
  expect([logs.status, metrics.status]).toEqual([401, 401]);
});

test('lines of one tenant are read by that tenant, also after a restart, and by no other', async () => {
  await push('tenant-a', { app: 'shop' }, Date.now(), 'order 17 paid');
  expect(await lines('tenant-a', '{app="shop"}')).toEqual(['order 17 paid']);
  expect(await lines('tenant-b', '{app="shop"}')).toEqual([]);
  await stores.stop();
  const startedAt = performance.now();
  stores = await startSeedStores({ home, ports });
  // A start of Oriel may take 30 seconds in all.
  expect(performance.now() - startedAt).toBeLessThan(15_000);
  expect(await lines('tenant-a', '{app="shop"}')).toEqual(['order 17 paid']);
});

test('a backlog of six days is taken, one of eight is not', async () => {
  const day = 86_400_000;
  expect(await push('tenant-late', { app: 'late' }, Date.now() - 6 * day, 'from an outage')).toBe(204);
  expect(await push('tenant-late', { app: 'too-late' }, Date.now() - 8 * day, 'too old')).toBe(400);
});

test('the endpoints that pages ask for are on: volume, patterns, structured metadata', async () => {
  const now = Date.now();
  await push('tenant-c', { app: 'api' }, now, 'GET /orders 200', { node: 'node-1' });
  expect(await lines('tenant-c', '{app="api"} | node="node-1"')).toEqual(['GET /orders 200']);
  const range = `query=${encodeURIComponent('{app="api"}')}&start=${now - 60_000}000000&end=${now + 60_000}000000`;
  const answers = await Promise.all(
    ['index/volume', 'patterns', 'detected_fields'].map((path) =>
      get(`${stores.logsUrl}/loki/api/v1/${path}?${range}`, 'tenant-c'),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
});

test('samples that were held back for hours are taken beside newer ones, and survive a restart', async () => {
  const now = Date.now();
  const late = now - 3 * 3_600_000;
  expect(await gauge('tenant-m', 'up_to_date', now)).toBe(200);
  // Mimir's default would refuse it: "out of order".
  expect(await gauge('tenant-m', 'held_back', late)).toBe(200);
  await stores.stop();
  stores = await startSeedStores({ home, ports });
  const value = async (tenant: string, metric: string, at: number) => {
    const answer = await get(
      `${stores.metricsUrl}/prometheus/api/v1/query?query=${metric}&time=${at / 1000 + 1}`,
      tenant,
    );
    return ((await answer.json()) as { data: { result: { value: [number, string] }[] } }).data.result[0]?.value[1];
  };
  expect(await value('tenant-m', 'held_back', late)).toBe('1');
  expect(await value('tenant-m', 'up_to_date', now)).toBe('1');
  expect(await value('tenant-n', 'up_to_date', now)).toBeUndefined();
});

/** By OTLP in JSON: remote_write would need protobuf and snappy. */
async function gauge(tenant: string, name: string, at: number): Promise<number> {
  const dataPoints = [{ asDouble: 1, timeUnixNano: `${at}000000` }];
  const scopeMetrics = [{ metrics: [{ name, gauge: { dataPoints } }] }];
  const answer = await fetch(`${stores.metricsUrl}/otlp/v1/metrics`, {
    method: 'POST',
    headers: { 'X-Scope-OrgID': tenant, 'Content-Type': 'application/json' },
    body: JSON.stringify({ resourceMetrics: [{ resource: {}, scopeMetrics }] }),
  });
  return answer.status;
}

async function push(
  tenant: string,
  stream: Record<string, string>,
  at: number,
  line: string,
  metadata: Record<string, string> = {},
): Promise<number> {
  const { status } = await fetch(`${stores.logsUrl}/loki/api/v1/push`, {
    method: 'POST',
    headers: { 'X-Scope-OrgID': tenant, 'Content-Type': 'application/json' },
    body: JSON.stringify({ streams: [{ stream, values: [[`${at}000000`, line, metadata]] }] }),
  });
  return status;
}

async function lines(tenant: string, query: string): Promise<string[]> {
  const answer = await get(
    `${stores.logsUrl}/loki/api/v1/query_range?query=${encodeURIComponent(query)}&since=1h`,
    tenant,
  );
  const { data } = (await answer.json()) as { data: { result: { values: [string, string][] }[] } };
  return data.result.flatMap(({ values }) => values.map(([, line]) => line));
}

function get(url: string, tenant: string): Promise<Response> {
  return fetch(url, { headers: { 'X-Scope-OrgID': tenant } });
}
