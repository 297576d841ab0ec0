import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@oriel/testbed/process/free-port';
import { type SeedStores, startSeedStores } from '@oriel/testbed/seed/start-stores';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Tenant } from './tenants.ts';
import { askInParts, askOnce, comparable, type Judged } from './testing/judge.ts';
import { manyTenants, platformTenant, writeLogs, writeMetrics } from './testing/many-tenants.ts';
import { logqlWords, promqlWords, queries } from './testing/queries.ts';

// The judge is a real Mimir and a real Loki that read all 250 tenants in one request. The many queries go to thirty of
// them, in three parts as well: a store works on each tenant by itself.

let home: string;
let stores: SeedStores;
const end = Math.floor(Date.now() / 15_000) * 15;
const start = end - 240;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'oriel-federation-'));
  const ports = {
    lokiHttp: await freePort(),
    lokiGrpc: await freePort(),
    mimirHttp: await freePort(),
    mimirGrpc: await freePort(),
  };
  stores = await startSeedStores({ home, ports, mostTenants: 300 });
  await writeMetrics(stores.metricsUrl, manyTenants, end);
  await writeLogs(stores.logsUrl, manyTenants, end);
  for (const judged of [metrics('sum(load)'), logs('sum(count_over_time({pod=~".+"}[5m]))')]) {
    await vi.waitFor(async () => expect(JSON.stringify((await askOnce(judged, manyTenants)).body)).toContain('value'), {
      timeout: 30_000,
      interval: 500,
    });
  }
}, 1_800_000);

afterAll(async () => {
  await stores?.stop();
  await rm(home, { recursive: true, force: true });
});

function metrics(query: string, isRange = false): Judged {
  const params = isRange ? { query, start: `${start}`, end: `${end}`, step: '60' } : { query, time: `${end}` };
  return { url: stores.metricsUrl, store: 'metrics', path: isRange ? '/api/v1/query_range' : '/api/v1/query', params };
}

function logs(query: string, isRange = false, more: Readonly<Record<string, string>> = {}): Judged {
  const params = isRange ? { query, start: `${start}`, end: `${end}`, step: '60' } : { query, time: `${end}` };
  const path = isRange ? '/loki/api/v1/query_range' : '/loki/api/v1/query';
  return { url: stores.logsUrl, store: 'logs', path, params: { ...params, ...more } };
}

const some = [...manyTenants.slice(0, 30), platformTenant];

async function expectSame(judged: Judged, tenants: readonly Tenant[] = some): Promise<void> {
  const whole = await askOnce(judged, tenants);
  expect([whole.status, judged.params.query, whole.status === 200 ? '' : whole.body]).toEqual([
    200,
    judged.params.query,
    '',
  ]);
  expect(comparable(await askInParts(judged, tenants)), String(judged.params.query)).toEqual(comparable(whole.body));
}

const both = [false, true];

describe('two hundred and fifty tenants', () => {
  it.each(['load', 'sum by (namespace) (rate(hits[2m]))', 'avg(load) / max(size)', 'topk(5, load)'])(
    '%s',
    async (query) => {
      for (const isRange of both) await expectSame(metrics(query, isRange), manyTenants);
    },
  );
  it.each(['sum by (namespace) (count_over_time({pod=~".+"}[5m]))'])('%s', async (query) => {
    for (const isRange of both) await expectSame(logs(query, isRange), manyTenants);
  });
  it('lines', async () => {
    await expectSame(logs('{pod=~".+"}', true, { limit: '50' }), manyTenants);
  });
});

describe('PromQL in parts', () => {
  it.each([
    'load',
    'load[1m]',
    'sum(load) % 7',
    'group by (namespace) (load)',
    'topk(5, load)',
    'topk by (pod) (2, sum by (pod, namespace) (load))',
    'bottomk(3, rate(hits[2m]))',
    'sort_desc(sum by (namespace) (load))',
    'sum by (namespace) (load) / sum by (namespace) (size)',
    'sum by (namespace) (load) / on (namespace) group(load) by (namespace)',
    'sum(load{project=~"p00.*"})',
    'load{project="p003"} / on (pod) size{project="p003"}',
    'sum(load{__tenant_id__="p003-00000000"})',
    'quantile by (__tenant_id__) (0.9, load)',
    'max(time() - timestamp(load))',
    'time() - max(timestamp(load))',
    'clamp_max(sum by (pod) (load), 60000)',
    'label_replace(load, "x", "$1", "pod", "pod-(.*)")',
    'sum(load) > 1 or vector(0)',
    'sum(nothing) or vector(0)',
    'vector(1)',
    '1 + 1',
    '-sum(load) ^ 2',
    '2 ^ sum by (pod) (sgn(load)) ^ 0.5',
    'count(count by (namespace) (load))',
    'sum(max_over_time(load[2m:30s]))',
    'sum(load offset 1m)',
    'sum(load @ end())',
    'sum without (pod) (load) + ignoring (x) max without (pod) (size)',
  ])('%s', async (query) => {
    for (const isRange of both) {
      if (isRange && query.endsWith(']')) continue;
      await expectSame(metrics(query, isRange));
    }
  });

  it('of any form that is answered', async () => {
    let count = 0;
    const judge = async (query: string) => {
      count++;
      await expectSame(metrics(query, count % 2 === 0));
    };
    await fc.assert(fc.asyncProperty(queries(promqlWords), judge), { numRuns: 60, seed: 7 });
  }, 600_000);

  it.each([
    'quantile(0.9, load)',
    'stddev(load)',
    'count_values("x", load)',
    'absent(load)',
    'scalar(sum(load))',
    'load / on (pod, namespace) size',
    'load * on (pod) group_left size',
    'max_over_time(sum(load)[2m:30s])',
    'histogram_quantile(0.9, sum by (le) (rate(hits[2m])))',
    'quantile(0.5, sum by (pod) (load))',
    'label_replace(load, "__tenant_id__", "x", "pod", ".*")',
    'sum(',
  ])('%s is refused', async (query) => {
    await expect(askInParts(metrics(query), some)).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringContaining('project'),
    });
  });
});

describe('LogQL in parts', () => {
  it.each([
    'sum by (namespace) (rate({pod=~".+"}[2m])) / sum by (namespace) (bytes_rate({pod=~".+"}[2m]))',
    'sum(count_over_time({pod=~".+"} |= "line 1" [2m])) or vector(0)',
    'sum(count_over_time({project="p003"}[5m]))',
    'sort_desc(sum by (namespace) (count_over_time({pod=~".+"}[5m])))',
    'quantile_over_time(0.5, {pod=~".+"} | logfmt | unwrap bytes [2m]) by (pod)',
    '-1 * sum(rate({pod=~".+"}[1m]))',
    '1 + 1',
  ])('%s', async (query) => {
    for (const isRange of both) await expectSame(logs(query, isRange));
  });

  it('of any form that is answered', async () => {
    let count = 0;
    const judge = async (query: string) => {
      count++;
      await expectSame(logs(query, count % 2 === 0));
    };
    await fc.assert(fc.asyncProperty(queries(logqlWords), judge), { numRuns: 30, seed: 7 });
  }, 600_000);

  it.each([
    ['forward', '7'],
    ['backward', '150'],
    ['backward', '4000'],
  ])('lines, %s, %s of them', async (direction, limit) => {
    await expectSame(logs('{pod=~".+"} |~ "line [12]"', true, { direction, limit }));
  });
});

describe('lists in parts', () => {
  const range = () => ({ start: `${start}`, end: `${end}` });
  it.each(['series', 'labels', 'label/namespace/values', 'label/__tenant_id__/values', 'metadata'])(
    'of metrics: %s',
    async (name) => {
      const params = name === 'series' ? { 'match[]': ['load', 'size'] } : {};
      await expectSame({
        url: stores.metricsUrl,
        store: 'metrics',
        path: `/api/v1/${name}`,
        params: { ...range(), ...params },
      });
    },
  );

  it.each(['series', 'labels', 'label/namespace/values', 'index/stats', 'index/volume'])(
    'of logs: %s',
    async (name) => {
      const params = name === 'series' ? { 'match[]': '{pod=~".+"}' } : { query: '{pod=~".+"}' };
      const targets = name === 'index/volume' ? { targetLabels: 'namespace' } : {};
      const path = `/loki/api/v1/${name}`;
      await expectSame({ url: stores.logsUrl, store: 'logs', path, params: { ...range(), ...params, ...targets } });
    },
  );

  it('of fields, whose cardinality is an estimate', async () => {
    const params = { ...range(), query: '{pod=~".+"}' };
    const judged: Judged = { url: stores.logsUrl, store: 'logs', path: '/loki/api/v1/detected_fields', params };
    const namesOf = (answer: unknown) =>
      (answer as { fields: { label: string; type: string }[] }).fields
        .map(({ label, type }) => `${label} ${type}`)
        .sort();
    expect(namesOf(await askInParts(judged, some))).toEqual(namesOf((await askOnce(judged, some)).body));
  });
});
