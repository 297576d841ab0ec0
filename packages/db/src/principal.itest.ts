import { expect, test } from 'vitest';
import { newOpaqueToken } from './opaque-token.ts';
import { identify, principalFromSession, principalFromToken } from './principal.ts';
import { createSession, revokeOtherSessions, revokeSession, sessionIdleMs, sessionMaxMs } from './sessions.ts';
import { joinGroup, makeCluster, makePerson, makeProject, randomName, wholeGrant } from './testing/fixtures.ts';
import { testDatabase } from './testing/postgres.ts';

const database = testDatabase();
const hour = 3_600_000;

async function signIn(userId: string) {
  return database.db.$transaction((tx) => createSession(tx, { userId, address: '192.0.2.1', userAgent: 'test' }));
}

async function makeToken(userId: string, data: { projectId?: string; readOnly?: boolean; expiresAt?: Date } = {}) {
  const { value, hash } = newOpaqueToken('oriel_pat_');
  const createdAt = new Date(Date.now() - hour);
  const expiresAt = new Date(Date.now() + hour);
  const row = { userId, name: 'ci', prefix: 'oriel_pat_x', tokenHash: hash, createdAt, expiresAt, ...data };
  const { id } = await database.db.apiToken.create({ data: row });
  return { id, value };
}

test('a session gives the person with their role in each project', async () => {
  const project = await makeProject(database.db);
  const { value } = await signIn(project.owner.id);
  const principal = await principalFromSession(database.db, value);
  expect(principal).toMatchObject({ userId: project.owner.id, email: project.owner.email, isPlatformAdmin: false });
  expect([...(principal?.roles ?? [])]).toEqual([[project.id, [wholeGrant('owner')]]]);
  expect(principal?.readOnly).toBeUndefined();
});

test('the cookie itself is nowhere in the database', async () => {
  const person = await makePerson(database.db);
  const { id, value } = await signIn(person.id);
  const row = await database.db.session.findUniqueOrThrow({ where: { id } });
  expect(Buffer.from(row.tokenHash).toString('base64url')).not.toBe(value);
  expect(JSON.stringify(row)).not.toContain(value);
});

test.each([
  ['revoked', { revokedAt: new Date() }],
  ['idle for 12 hours', { lastSeenAt: new Date(Date.now() - sessionIdleMs) }],
  ['past its last day', { createdAt: new Date(Date.now() - 2 * hour), expiresAt: new Date(Date.now() - hour) }],
])('a session that is %s is nobody', async (_, data) => {
  const person = await makePerson(database.db);
  const { id, value } = await signIn(person.id);
  expect(await principalFromSession(database.db, value)).toBeDefined();
  await database.db.session.update({ where: { id }, data });
  expect(await principalFromSession(database.db, value)).toBeUndefined();
});

test('a disabled person is nobody, by session and by token', async () => {
  const person = await makePerson(database.db);
  const session = await signIn(person.id);
  const token = await makeToken(person.id);
  await database.db.user.update({ where: { id: person.id }, data: { disabledAt: new Date() } });
  expect(await principalFromSession(database.db, session.value)).toBeUndefined();
  expect(await principalFromToken(database.db, token.value)).toBeUndefined();
});

test('using a session keeps it from going idle, up to its last day', async () => {
  const person = await makePerson(database.db);
  const { id, value, expiresAt } = await signIn(person.id);
  const data = { lastSeenAt: new Date(Date.now() - sessionIdleMs + hour) };
  await database.db.session.update({ where: { id }, data });
  const identity = await identify(database.db, { kind: 'session', value });
  expect(identity?.validUntil.getTime()).toBeGreaterThan(Date.now() + sessionIdleMs - 10_000);
  const { lastSeenAt } = await database.db.session.findUniqueOrThrow({ where: { id } });
  expect(Date.now() - lastSeenAt.getTime()).toBeLessThan(10_000);
  expect(expiresAt.getTime()).toBeGreaterThan(identity?.validUntil.getTime() ?? Number.POSITIVE_INFINITY);
});

test('a token carries its confinement, and says when it was last used', async () => {
  const project = await makeProject(database.db);
  const token = await makeToken(project.owner.id, { projectId: project.id, readOnly: true });
  const principal = await principalFromToken(database.db, token.value);
  expect(principal).toMatchObject({ userId: project.owner.id, confinedToProject: project.id, readOnly: true });
  const row = await database.db.apiToken.findUniqueOrThrow({ where: { id: token.id } });
  expect(row.lastUsedAt).not.toBeNull();
});

test('a narrowed binding names its clusters, and one that is gone grants nothing', async () => {
  const { db } = database;
  const project = await makeProject(db);
  const [kept, gone] = [await makeCluster(db, project), await makeCluster(db, project)];
  const person = await makePerson(db);
  const clusterIds = [kept.id, gone.id];
  await db.roleBinding.create({
    data: { projectId: project.id, userId: person.id, role: 'viewer', clusterIds, namespaces: ['shop'] },
  });
  const { value } = await signIn(person.id);
  const grants = async () => (await principalFromSession(db, value))?.roles.get(project.id);
  expect((await grants())?.[0]?.clusters).toEqual(expect.arrayContaining([kept, gone]));
  await db.cluster.delete({ where: { id: gone.id } });
  expect(await grants()).toEqual([{ role: 'viewer', clusters: [kept], namespaces: ['shop'] }]);
  await db.cluster.delete({ where: { id: kept.id } });
  expect(await grants()).toEqual([{ role: 'viewer', clusters: [], namespaces: ['shop'] }]);
});

test('a group gives its roles to those whom an enabled provider counts to it', async () => {
  const { db } = database;
  const project = await makeProject(db);
  const id = randomName('idp');
  const provider = { id, name: 'SSO', issuer: `https://${id}.example.com`, clientId: 'oriel' };
  await db.identityProvider.create({ data: { ...provider, clientSecretEnvelope: 'v1.x', adminGroups: ['root'] } });
  const group = { providerId: id, groupName: 'dev' };
  await db.roleBinding.create({ data: { projectId: project.id, role: 'editor', ...group } });
  await db.roleBinding.create({ data: { projectId: project.id, role: 'owner', providerId: id, groupName: 'lead' } });
  const person = await makePerson(db);
  const { value } = await signIn(person.id);
  const rights = async () => {
    const principal = await principalFromSession(db, value);
    return { admin: principal?.isPlatformAdmin, grants: principal?.roles.get(project.id) };
  };
  expect(await rights()).toEqual({ admin: false, grants: undefined });
  await joinGroup(db, { userId: person.id, ...group });
  expect(await rights()).toEqual({ admin: false, grants: [wholeGrant('editor')] });
  await joinGroup(db, { userId: person.id, providerId: id, groupName: 'root' });
  expect(await rights()).toEqual({ admin: true, grants: [wholeGrant('editor')] });
  await db.identityProvider.update({ where: { id }, data: { enabled: false } });
  expect(await rights()).toEqual({ admin: false, grants: undefined });
});

test('groups of a sign-in that no session could have survived give nothing, by session and by token', async () => {
  const { db } = database;
  const project = await makeProject(db);
  const id = randomName('idp');
  const provider = { id, name: 'SSO', issuer: `https://${id}.example.com`, clientId: 'oriel' };
  await db.identityProvider.create({ data: { ...provider, clientSecretEnvelope: 'v1.x', adminGroups: ['root'] } });
  await db.roleBinding.create({
    data: { projectId: project.id, role: 'editor', providerId: id, groupName: 'dev' },
  });
  const person = await makePerson(db);
  for (const groupName of ['dev', 'root']) await joinGroup(db, { userId: person.id, providerId: id, groupName });
  const [session, token] = [await signIn(person.id), await makeToken(person.id, { readOnly: false })];
  const rights = async () => {
    const both = [await principalFromSession(db, session.value), await principalFromToken(db, token.value)];
    return both.map((principal) => [principal?.isPlatformAdmin, principal?.roles.size]);
  };
  const signedIn = (ago: number) =>
    db.identity.updateMany({ where: { userId: person.id }, data: { lastSignedInAt: new Date(Date.now() - ago) } });
  await signedIn(sessionMaxMs - hour);
  expect(await rights()).toEqual(Array(2).fill([true, 1]));
  await signedIn(sessionMaxMs);
  expect(await rights()).toEqual(Array(2).fill([false, 0]));
});

test('a token is narrowed by its own lists', async () => {
  const { db } = database;
  const project = await makeProject(db);
  const cluster = await makeCluster(db, project);
  const token = await makeToken(project.owner.id, { projectId: project.id });
  await db.apiToken.update({ where: { id: token.id }, data: { clusterIds: [cluster.id] } });
  expect(await principalFromToken(db, token.value)).toMatchObject({
    confinedToProject: project.id,
    narrowedTo: { clusters: [cluster], namespaces: 'all' },
  });
});

test('a token that expired or was revoked is nobody', async () => {
  const person = await makePerson(database.db);
  const expired = await makeToken(person.id, { expiresAt: new Date(Date.now() - 1) });
  expect(await principalFromToken(database.db, expired.value)).toBeUndefined();
  const revoked = await makeToken(person.id);
  await database.db.apiToken.update({ where: { id: revoked.id }, data: { revokedAt: new Date() } });
  expect(await principalFromToken(database.db, revoked.value)).toBeUndefined();
});

test('a session value is no token and a token no session', async () => {
  const person = await makePerson(database.db);
  const session = await signIn(person.id);
  const token = await makeToken(person.id);
  expect(await principalFromToken(database.db, session.value)).toBeUndefined();
  expect(await principalFromSession(database.db, token.value)).toBeUndefined();
});

test('sessions are revoked by their owner only, one or all others', async () => {
  const { db } = database;
  const person = await makePerson(db);
  const stranger = await makePerson(db);
  const [kept, one, two] = [await signIn(person.id), await signIn(person.id), await signIn(person.id)];
  expect(await revokeSession(db, stranger.id, one.id)).toBe(false);
  expect(await principalFromSession(db, one.value)).toBeDefined();
  expect(await revokeSession(db, person.id, one.id)).toBe(true);
  expect(await revokeOtherSessions(db, person.id, kept.id)).toBe(1);
  expect(await principalFromSession(db, two.value)).toBeUndefined();
  expect(await principalFromSession(db, kept.value)).toBeDefined();
});
