import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, expect, test } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

// 5,000 clusters in two projects: a page costs what a page costs.
const database = testDatabase();
testEnv(() => database.url);
let world: World;
const size = 5_000;

beforeAll(async () => {
  world = await makeWorld(database.db);
  const { own, other } = world;
  await database.db.$executeRaw`
    INSERT INTO clusters (project_id, seed_id, name, region, api_server, kubeconfig_envelope, logging_enabled, monitoring_enabled, ingest_sparkline)
    SELECT CASE WHEN i % 2 = 0 THEN ${own.id}::uuid ELSE ${other.id}::uuid END,
           CASE WHEN i % 2 = 0 THEN ${own.seedId}::uuid ELSE ${other.seedId}::uuid END,
           'fleet-' || lpad(i::text, 5, '0'), 'eu-1', 'https://10.0.0.1:6443', 'v1.k1.a.b.c', true, true, to_jsonb(ARRAY[i, i + 1])
    FROM generate_series(1, ${size}) AS i`;
  await database.db.$executeRaw`
    INSERT INTO cluster_conditions (cluster_id, type, status, reason, message, last_transition_at, observed_at)
    SELECT c.id, t.type, (CASE WHEN t.type = 'Reachable' AND right(c.name, 2) = '10' THEN 'False'
                               WHEN t.type = 'LogsFresh' AND right(c.name, 2) = '20' THEN 'False' ELSE 'True' END)::condition_status,
           'Because', 'A sentence.', now(), now()
    FROM clusters c CROSS JOIN (VALUES ('Reachable'), ('LogsFresh'), ('MetricsFresh')) AS t(type) WHERE c.name LIKE 'fleet-%'`;
  await database.db.$executeRaw`
    INSERT INTO collectors (cluster_id, collector_id, role, node, version, last_seen_at)
    SELECT id, 'logs/n', 'logs', 'n', CASE WHEN right(name, 2) = '30' THEN 'v1.0.0' ELSE 'v1.19.0' END, now() FROM clusters WHERE name LIKE 'fleet-%'`;
  await database.db.$executeRaw`ANALYZE`;
}, 120_000);

const as = (role: 'owner' | 'viewer' | 'stranger' | 'admin') => callerFor(database.db, world.headers[role]).fleet;

test('what needs attention comes first, and counts agree with pages', async () => {
  const { counts } = await as('admin').counts({});
  expect(counts).toMatchObject({ all: size + 2, unreachable: 50, logs_stale: 50, metrics_stale: 0, agent_behind: 50 });
  const { rows, total } = await as('admin').list({ limit: 101 });
  expect(total).toBe(size + 2);
  expect(rows.slice(0, 50).every(({ reachable }) => reachable.status === 'False')).toBe(true);
  expect(rows.slice(50, 100).every(({ logs }) => logs.status === 'False')).toBe(true);
  for (const filter of ['unreachable', 'logs_stale', 'agent_behind', 'healthy'] as const) {
    expect((await as('admin').list({ filter, limit: 1 })).total).toBe(counts[filter]);
  }
});

test('pages neither repeat nor skip a row', async () => {
  const seen = new Set<string>();
  for (let cursor: string | undefined; ; ) {
    const page: Awaited<ReturnType<ReturnType<typeof as>['list']>> = await as('viewer').list({
      cursor,
      limit: 200,
      sort: 'ingest',
      descending: true,
    });
    for (const { id } of page.rows) seen.add(id);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(seen.size).toBe(size / 2 + 1);
});

test('a person sees their projects and nothing else, whatever they search for', async () => {
  expect((await as('viewer').counts({})).counts.all).toBe(size / 2 + 1);
  expect((await as('viewer').list({ project: world.other.slug })).total).toBe(0);
  expect((await as('viewer').list({ search: '00001' })).rows).toEqual([]);
  expect((await as('viewer').list({ search: '%' })).rows).toEqual([]);
  expect((await as('stranger').list({ search: '00001' })).rows.map(({ name }) => name)).toEqual(['fleet-00001']);
});

test('a page of a hundred out of five thousand, and the counts beside it, stay quick', async () => {
  const times: number[] = [];
  for (let turn = 0; turn < 7; turn++) {
    const started = performance.now();
    await Promise.all([as('admin').list({ search: 'fleet' }), as('admin').counts({ search: 'fleet' })]);
    times.push(performance.now() - started);
  }
  const median = times.sort((left, right) => left - right)[3] ?? 0;
  console.log(`fleet page and counts with ${size} clusters: median ${median.toFixed(0)} ms`);
  expect(median).toBeLessThan(1_500);
});
