import { describe, expect, test } from 'vitest';
import { findGrafanaOrganization } from './grafana-organizations.ts';
import { issueGrafanaTicket, redeemGrafanaTicket, removeExpiredGrafanaSignIns } from './grafana-sign-in.ts';
import { identifyGrafanaSession, identifyGrafanaUser } from './principal.ts';
import { createSession, revokeSession, sessionIdleMs } from './sessions.ts';
import type { PersonRow } from './testing/fixtures.ts';
import { makePerson, makeProject } from './testing/fixtures.ts';
import { testDatabase } from './testing/postgres.ts';

const database = testDatabase();

async function signIn(person?: PersonRow) {
  const { id: userId } = person ?? (await makePerson(database.db));
  const { id: sessionId } = await database.db.$transaction((tx) => createSession(tx, { userId }));
  return { userId, sessionId };
}

async function open(sessionId: string): Promise<string> {
  const redeemed = await redeemGrafanaTicket(database.db, await issueGrafanaTicket(database.db, sessionId));
  return redeemed?.cookie ?? '';
}

describe('a ticket', () => {
  test('works once, whoever comes first', async () => {
    const { sessionId } = await signIn();
    const ticket = await issueGrafanaTicket(database.db, sessionId);
    const all = await Promise.all([1, 2, 3].map(() => redeemGrafanaTicket(database.db, ticket)));
    expect(all.filter((one) => one !== undefined)).toEqual([{ cookie: expect.stringMatching(/^[\w-]{43}$/) }]);
    expect(await redeemGrafanaTicket(database.db, ticket)).toBeUndefined();
    expect(await redeemGrafanaTicket(database.db, 'x'.repeat(43))).toBeUndefined();
  });

  test('is of no use after a minute, nor when its session has ended', async () => {
    const { db } = database;
    const { sessionId, userId } = await signIn();
    const late = await issueGrafanaTicket(db, sessionId);
    await db.$executeRaw`UPDATE grafana_tickets SET created_at = now() - interval '2 minutes',
      expires_at = now() - interval '61 seconds' WHERE session_id = ${sessionId}::uuid`;
    expect(await redeemGrafanaTicket(db, late)).toBeUndefined();
    const ticket = await issueGrafanaTicket(db, sessionId);
    await revokeSession(db, userId, sessionId);
    expect(await redeemGrafanaTicket(db, ticket)).toBeUndefined();
  });

  test('leaves a cookie of the same session alone, and replaces that of another', async () => {
    const [one, other] = [await signIn(), await signIn()];
    const cookie = await open(one.sessionId);
    const again = await issueGrafanaTicket(database.db, one.sessionId);
    expect(await redeemGrafanaTicket(database.db, again, cookie)).toEqual({ cookie: undefined });
    const others = await issueGrafanaTicket(database.db, other.sessionId);
    expect((await redeemGrafanaTicket(database.db, others, cookie))?.cookie).not.toBe(cookie);
  });

  test('and the cookie are nowhere in the database', async () => {
    const { sessionId } = await signIn();
    const ticket = await issueGrafanaTicket(database.db, sessionId);
    const cookie = (await redeemGrafanaTicket(database.db, ticket))?.cookie ?? '';
    const kept = JSON.stringify([
      await database.db.grafanaTicket.findMany({ where: { sessionId } }),
      await database.db.grafanaSession.findMany({ where: { sessionId } }),
    ]);
    for (const secret of [ticket, cookie]) expect(kept).not.toContain(secret);
  });
});

describe('a cookie of Grafana’s origin', () => {
  test('stands for the person of its session, until that ends', async () => {
    const { db } = database;
    const { userId, sessionId } = await signIn();
    const cookie = await open(sessionId);
    expect((await identifyGrafanaSession(db, cookie))?.principal.userId).toBe(userId);
    expect((await identifyGrafanaUser(db, userId))?.principal.userId).toBe(userId);
    await db.session.update({ where: { id: sessionId }, data: { lastSeenAt: new Date(Date.now() - sessionIdleMs) } });
    expect(await identifyGrafanaSession(db, cookie)).toBeUndefined();
    expect(await identifyGrafanaUser(db, userId)).toBeUndefined();
    await db.session.update({ where: { id: sessionId }, data: { lastSeenAt: new Date() } });
    await revokeSession(db, userId, sessionId);
    expect(await identifyGrafanaSession(db, cookie)).toBeUndefined();
    expect(await identifyGrafanaUser(db, userId)).toBeUndefined();
  });

  test('is needed before Grafana may ask for somebody', async () => {
    const { userId, sessionId } = await signIn();
    expect(await identifyGrafanaUser(database.db, userId)).toBeUndefined();
    await open(sessionId);
    expect(await identifyGrafanaUser(database.db, userId)).toBeDefined();
    await database.db.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect(await identifyGrafanaUser(database.db, userId)).toBeUndefined();
  });
});

test('what has expired is removed, and nothing else', async () => {
  const { db } = database;
  const { sessionId } = await signIn();
  await open(sessionId);
  await issueGrafanaTicket(db, sessionId);
  await db.$executeRaw`UPDATE grafana_tickets SET created_at = now() - interval '2 minutes', used_at = NULL,
    expires_at = now() - interval '61 seconds' WHERE used_at IS NOT NULL AND session_id = ${sessionId}::uuid`;
  await removeExpiredGrafanaSignIns(db);
  expect(await db.grafanaTicket.count({ where: { sessionId } })).toBe(1);
  expect(await db.grafanaSession.count({ where: { sessionId } })).toBe(1);
});

describe('an organization', () => {
  test('is found by id and by Grafana’s number, with its project', async () => {
    const { db } = database;
    const { id: projectId, slug } = await makeProject(db);
    const { id } = await db.grafanaOrganization.update({ where: { projectId }, data: { orgId: 41 } });
    const found = {
      id,
      name: expect.stringContaining(slug),
      orgId: 41,
      secretHash: null,
      project: { id: projectId, slug },
    };
    expect(await findGrafanaOrganization(db, { id })).toEqual(found);
    expect(await findGrafanaOrganization(db, { orgId: 41 })).toEqual(found);
    await db.project.update({ where: { id: projectId }, data: { name: 'Renamed' } });
    expect(await findGrafanaOrganization(db, { id })).toEqual({ ...found, name: expect.stringContaining('Renamed') });
  });

  test('of all projects says so, and one that is to go is gone', async () => {
    const { db } = database;
    const global = await db.grafanaOrganization.findFirstOrThrow({ where: { isGlobal: true } });
    expect((await findGrafanaOrganization(db, { id: global.id }))?.project).toBe('all');
    const { id: projectId } = await makeProject(db);
    const { id } = await db.grafanaOrganization.update({ where: { projectId }, data: { removalWantedAt: new Date() } });
    expect(await findGrafanaOrganization(db, { id })).toBeUndefined();
  });
});
