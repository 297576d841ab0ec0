import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Channel, type Listener, listen } from './listen.ts';
import { hashToken } from './opaque-token.ts';
import { makeCluster, makeMember, makeOperation, makeProject, type ProjectRow } from './testing/fixtures.ts';
import { testDatabase } from './testing/postgres.ts';

// The triggers of prisma/migrations/0003_notifications: what caches elsewhere must hear, and what they must not.

const database = testDatabase();
let listener: Listener;
let heard: [Channel, string][] = [];
let project: ProjectRow;
let cluster: { id: string; name: string };

beforeAll(async () => {
  listener = listen(database.url, ['oriel_grants', 'oriel_operations', 'oriel_clusters'], (channel, payload) =>
    heard.push([channel, payload]),
  );
  await listener.ready;
  project = await makeProject(database.db);
  cluster = await makeCluster(database.db, project);
});
afterAll(() => listener.close());
beforeEach(async () => {
  await settled();
  heard = [];
});

let fences = 0;
/** Notifications arrive in the order of commits: once this one is here, all earlier ones are. */
async function settled(): Promise<void> {
  fences += 1;
  const fence = `fence ${fences}`;
  await database.db.$executeRaw`SELECT pg_notify('oriel_clusters', ${fence})`;
  while (!heard.some(([, payload]) => payload === fence)) await new Promise((resolve) => setTimeout(resolve, 5));
  heard = heard.filter(([, payload]) => payload !== fence);
}

async function grantsAfter(change: () => Promise<unknown>): Promise<unknown[]> {
  await change();
  await settled();
  return heard.filter(([channel]) => channel === 'oriel_grants').map(([, payload]) => JSON.parse(payload));
}

async function payloadsAfter(channel: Channel, change: () => Promise<unknown>): Promise<string[]> {
  await change();
  await settled();
  return heard.filter(([on]) => on === channel).map(([, payload]) => payload);
}

describe('oriel_grants', () => {
  test('a role that changes names the person and the project', async () => {
    const { db } = database;
    const { id: userId } = await makeMember(db, project.id, 'editor');
    await settled();
    heard = [];
    const { id } = await db.roleBinding.findFirstOrThrow({ where: { userId } });
    const said = { table: 'role_bindings', id, userId, projectId: project.id };
    expect(await grantsAfter(() => db.roleBinding.update({ where: { id }, data: { role: 'viewer' } }))).toEqual([said]);
    heard = [];
    expect(await grantsAfter(() => db.roleBinding.delete({ where: { id } }))).toEqual([said]);
  });

  test('a session that is revoked is announced, one that is merely used is not', async () => {
    const { db } = database;
    const userId = project.owner.id;
    const { id } = await db.session.create({
      data: { userId, tokenHash: hashToken('n1'), expiresAt: new Date(Date.now() + 1e6) },
    });
    expect(await grantsAfter(() => db.session.update({ where: { id }, data: { lastSeenAt: new Date() } }))).toEqual([]);
    expect(await grantsAfter(() => db.session.update({ where: { id }, data: { revokedAt: new Date() } }))).toEqual([
      { table: 'sessions', id, userId },
    ]);
  });

  test('a token that is revoked is announced, one that is merely used is not', async () => {
    const { db } = database;
    const userId = project.owner.id;
    const { id } = await db.apiToken.create({
      data: {
        userId,
        name: 'ci',
        prefix: 'oriel_pat_ab',
        tokenHash: hashToken('n2'),
        expiresAt: new Date(Date.now() + 1e6),
      },
    });
    expect(await grantsAfter(() => db.apiToken.update({ where: { id }, data: { lastUsedAt: new Date() } }))).toEqual(
      [],
    );
    expect(await grantsAfter(() => db.apiToken.update({ where: { id }, data: { revokedAt: new Date() } }))).toEqual([
      { table: 'api_tokens', id, userId },
    ]);
  });

  test('a person who is disabled and a seed that moves are announced; the health of a seed is not', async () => {
    const { db } = database;
    const { id: userId } = project.owner;
    expect(
      await grantsAfter(() => db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } })),
    ).toEqual([{ table: 'users', id: userId, userId }]);
    heard = [];
    const where = { id: project.seedId };
    expect(await grantsAfter(() => db.seed.update({ where, data: { health: { ok: true } } }))).toEqual([]);
    expect(await grantsAfter(() => db.seed.update({ where, data: { logsUrl: 'http://127.0.0.1:3200' } }))).toEqual([
      { table: 'seeds', id: project.seedId },
    ]);
  });
});

describe('oriel_clusters', () => {
  test('what is wanted of a cluster is announced, what is measured at each look is not', async () => {
    const { db } = database;
    const where = { id: cluster.id };
    const now = new Date();
    const measured = {
      latencyMs: 3,
      lastReachedAt: now,
      lastLogAt: now,
      lastMetricAt: now,
      ingestSparkline: [1],
      failures: 1,
    };
    expect(await payloadsAfter('oriel_clusters', () => db.cluster.update({ where, data: measured }))).toEqual([]);
    const switched = () => db.cluster.update({ where, data: { loggingEnabled: true } });
    expect(await payloadsAfter('oriel_clusters', switched)).toEqual([cluster.id]);
  });

  test('a condition is announced when it changes, not when it is looked at again', async () => {
    const { db } = database;
    const id = { clusterId: cluster.id, type: 'Reachable' };
    const at = new Date();
    await db.clusterCondition.create({
      data: { ...id, status: 'True', reason: 'Ok', message: '', lastTransitionAt: at, observedAt: at },
    });
    await settled();
    heard = [];
    const update = (data: object) => db.clusterCondition.update({ where: { clusterId_type: id }, data });
    expect(await payloadsAfter('oriel_clusters', () => update({ observedAt: new Date() }))).toEqual([]);
    expect(await payloadsAfter('oriel_clusters', () => update({ status: 'False', reason: 'Down' }))).toEqual([
      cluster.id,
    ]);
  });

  test('a collector that polls is silent, one that fails is not', async () => {
    const { db } = database;
    const id = { clusterId: cluster.id, collectorId: 'logs/n1' };
    await db.collector.create({ data: { ...id, role: 'logs', node: 'n1', lastSeenAt: new Date() } });
    await settled();
    heard = [];
    const update = (data: object) => db.collector.update({ where: { clusterId_collectorId: id }, data });
    expect(await payloadsAfter('oriel_clusters', () => update({ lastSeenAt: new Date() }))).toEqual([]);
    expect(await payloadsAfter('oriel_clusters', () => update({ status: 'FAILED' }))).toEqual([cluster.id]);
  });
});

test('oriel_operations: a step names its operation, once per transaction', async () => {
  const { db } = database;
  const { id } = await makeOperation(db, cluster, project.id);
  await settled();
  heard = [];
  const step = { operationId_attempt_position: { operationId: id, attempt: 1, position: 0 } };
  const twice = () =>
    db.$transaction([
      db.operationStep.update({ where: step, data: { log: 'a\n' } }),
      db.operationStep.update({ where: step, data: { log: 'a\nb\n' } }),
    ]);
  expect(await payloadsAfter('oriel_operations', twice)).toEqual([String(id)]);
});
