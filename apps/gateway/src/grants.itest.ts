import { createDb } from '@oriel/db/client';
import { newOpaqueToken } from '@oriel/db/opaque-token';
import { revokeSession, sessionMaxMs } from '@oriel/db/sessions';
import { startEmbeddedServer } from '@oriel/db/testing/embedded-server';
import { joinGroup } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { createFromTemplate, createTemplate } from '@oriel/db/testing/template';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningGateway, startTestGateway } from './testing/gateway-under-test.ts';
import { type Recorder, startRecorder } from './testing/recorder.ts';
import { createPerson, createProject, createSeed } from './testing/rows.ts';

const database = testDatabase();
let store: Recorder;
let gateway: RunningGateway;
let seedId: string;

beforeAll(async () => {
  store = await startRecorder();
  seedId = await createSeed(database.db, 'seed', { logsUrl: store.url, metricsUrl: store.url });
  gateway = await startTestGateway(database.url);
});

afterAll(async () => {
  await gateway.close();
  await store.close();
});

let count = 0;
/** Somebody new in a project of their own, who has read once, so that everything about them is cached. */
async function reader() {
  const slug = `shop-${++count}`;
  const projectId = await createProject(database.db, slug, seedId);
  const person = await createPerson(database.db, `reader-${count}`, { [projectId]: 'viewer' });
  const ask = async (headers: Record<string, string>) =>
    (await fetch(`${gateway.origin}/api/projects/${slug}/prometheus/api/v1/query?query=up`, { headers })).status;
  expect(await ask(person.bySession)).toBe(200);
  expect(await ask(person.byToken)).toBe(200);
  return { slug, projectId, person, ask };
}

/** Time from now until the answer is `status`; well under the promised 5 s, with reads going on all the time. */
async function until(status: number, ask: () => Promise<number>): Promise<number> {
  const start = performance.now();
  await vi.waitFor(async () => expect(await ask()).toBe(status), { timeout: 5_000, interval: 20 });
  return performance.now() - start;
}

describe('a change of rights', () => {
  it('a revoked session reads no more', async () => {
    const { person, ask } = await reader();
    await revokeSession(database.db, person.userId, person.sessionId);
    expect(await until(401, () => ask(person.bySession))).toBeLessThan(1_000);
    expect(await ask(person.byToken)).toBe(200);
  });

  it('a revoked token reads no more', async () => {
    const { person, ask } = await reader();
    await database.db.apiToken.update({ where: { id: person.tokenId }, data: { revokedAt: new Date() } });
    expect(await until(401, () => ask(person.byToken))).toBeLessThan(1_000);
  });

  it('a member who was removed reads no more, and one who is added reads', async () => {
    const { person, projectId, ask } = await reader();
    const of = { projectId, userId: person.userId };
    // A project keeps an owner; this one has somebody else.
    await database.db.roleBinding.create({
      data: { projectId, role: 'owner', userId: (await createPerson(database.db, `owner-${count}`, {})).userId },
    });
    await database.db.roleBinding.deleteMany({ where: of });
    expect(await until(404, () => ask(person.bySession))).toBeLessThan(1_000);
    await database.db.roleBinding.create({ data: { projectId, userId: person.userId, role: 'viewer' } });
    expect(await until(200, () => ask(person.bySession))).toBeLessThan(1_000);
  });

  it('a group that was named longer ago than a session lasts gives no reads to a token, cached or not', async () => {
    const { person, projectId, ask } = await reader();
    const provider = {
      name: 'SSO',
      issuer: 'https://idp.example.com',
      clientId: 'oriel',
      clientSecretEnvelope: 'v1.x',
    };
    await database.db.identityProvider.create({ data: { id: 'idp', ...provider } });
    const group = { providerId: 'idp', groupName: 'dev' };
    await joinGroup(database.db, { userId: person.userId, ...group });
    await database.db.roleBinding.create({ data: { projectId, role: 'owner', ...group } });
    await database.db.roleBinding.deleteMany({ where: { projectId, userId: person.userId } });
    expect(await until(200, () => ask(person.byToken))).toBeLessThan(1_000);
    const lastSignedInAt = new Date(Date.now() - sessionMaxMs);
    await database.db.identity.updateMany({ where: { userId: person.userId }, data: { lastSignedInAt } });
    expect(await until(404, () => ask(person.byToken))).toBeLessThan(5_000);
  });

  it('a disabled person reads no more', async () => {
    const { person, ask } = await reader();
    await database.db.user.update({ where: { id: person.userId }, data: { disabledAt: new Date() } });
    expect(await until(401, () => ask(person.bySession))).toBeLessThan(1_000);
  });

  it('takes effect within 5 s even where its notification is lost', async () => {
    const { person, ask } = await reader();
    await database.db.$transaction([
      database.db.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
      database.db.$executeRaw`UPDATE sessions SET revoked_at = now() WHERE id = ${person.sessionId}::uuid`,
    ]);
    const took = await until(401, () => ask(person.bySession));
    expect(took).toBeLessThan(5_000);
  });

  it('a token for one project reads no other', async () => {
    const { person, ask, projectId } = await reader();
    const other = await createProject(database.db, `other-${count}`, seedId);
    await database.db.roleBinding.create({ data: { projectId: other, userId: person.userId, role: 'viewer' } });
    await database.db.apiToken.update({ where: { id: person.tokenId }, data: { projectId: other } });
    expect(await until(404, () => ask(person.byToken))).toBeLessThan(1_000);
    await database.db.apiToken.update({ where: { id: person.tokenId }, data: { projectId } });
    expect(await until(200, () => ask(person.byToken))).toBeLessThan(1_000);
  });
});

describe('credentials that are nobody’s', () => {
  it('are looked up no more where one address sends many; whoever read before reads on, and others are not concerned', async () => {
    const { person, slug } = await reader();
    const { person: newcomer } = await reader();
    const behind = await startTestGateway(database.url, undefined, { trustedHops: 2 });
    const ask = async (headers: Record<string, string>, address: string) => {
      const path = `/api/projects/${slug}/prometheus/api/v1/query?query=up`;
      const answer = await fetch(`${behind.origin}${path}`, { headers: { ...headers, 'x-forwarded-for': address } });
      await answer.arrayBuffer();
      return answer.status;
    };
    const guess = () => ({ authorization: `Bearer ${newOpaqueToken('oriel_pat_').value}` });
    try {
      expect(await ask(person.byToken, '203.0.113.7')).toBe(200);
      const statuses = await Promise.all(Array.from({ length: 310 }, () => ask(guess(), '203.0.113.7')));
      expect(statuses.filter((status) => status === 401)).toHaveLength(300);
      expect(statuses.filter((status) => status === 429)).toHaveLength(10);
      // What was verified is dropped by a notification, and found again all the same.
      await database.db.apiToken.update({ where: { id: newcomer.tokenId }, data: { name: 'renamed' } });
      expect(await ask(person.byToken, '203.0.113.7')).toBe(200);
      expect(await ask(newcomer.byToken, '203.0.113.7')).toBe(429);
      expect(await ask(newcomer.byToken, '203.0.113.9')).toBe(404);
      expect(await ask(guess(), '203.0.113.9')).toBe(401);
    } finally {
      await behind.close();
    }
  });
});

describe('while PostgreSQL is away', () => {
  it('those who were signed in go on reading, marked as degraded, and nobody else', async () => {
    const server = await startEmbeddedServer();
    await createTemplate(server.url);
    const url = await createFromTemplate(server.url, 'grace');
    const db = createDb(url);
    const ownSeed = await createSeed(db, 'seed', { logsUrl: store.url, metricsUrl: store.url });
    const person = await createPerson(db, 'anna', { [await createProject(db, 'shop', ownSeed)]: 'viewer' });
    const stranger = await createPerson(db, 'bert', {});
    await db.$disconnect();
    const alone = await startTestGateway(url);
    const ask = (headers: Record<string, string>, call = 'query?query=up') =>
      fetch(`${alone.origin}/api/projects/shop/prometheus/api/v1/${call}`, { headers });
    try {
      const before = await ask(person.bySession);
      expect([before.status, before.headers.get('x-oriel-degraded')]).toEqual([200, null]);
      await server.stop();
      const during = await vi.waitFor(
        async () => {
          const response = await ask(person.bySession);
          expect([response.status, response.headers.get('x-oriel-degraded')]).toEqual([200, '1']);
          return response;
        },
        { timeout: 10_000, interval: 200 },
      );
      expect(await during.text()).toContain('success');
      // Another call than before, by POST as well: what is kept is the person, not the answer.
      expect((await ask(person.bySession, 'labels')).status).toBe(200);
      const unknown = await ask(stranger.bySession);
      expect([unknown.status, await unknown.text()]).toEqual([503, expect.stringContaining('its database is away')]);
    } finally {
      await alone.close();
    }
  }, 120_000);
});
