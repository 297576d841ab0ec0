import { sessionMaxMs } from '@oriel/db/sessions';
import { makePerson, randomName } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeEach, describe, expect, test } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});

const admin = () => callerFor(database.db, world.headers.admin);
const find = async (search: string) => (await admin().users.list({ search })).items;

describe('the list', () => {
  test('pages, each person once', async () => {
    const total = await database.db.user.count();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await admin().users.list({ limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.items.map(({ email }) => email));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(total);
    expect(seen).toEqual([...new Set(seen)].sort());
  });

  test('finds by part of the address, and tells who has come in yet', async () => {
    const { id, email } = await makePerson(database.db);
    const one = () => find(email.slice(2, -3).toUpperCase());
    expect(await one()).toMatchObject([{ id, state: 'invited', projects: 0, lastSeenAt: null, kind: 'person' }]);
    await database.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
    expect(await one()).toMatchObject([{ id, state: 'disabled' }]);
    expect(await find(world.people.owner.email)).toMatchObject([{ state: 'active', projects: 2, you: false }]);
  });

  test('counts each project once, by own roles and by groups, and names providers and admin groups', async () => {
    const providerId = randomName('idp');
    const data = { id: providerId, name: 'Corp', issuer: `https://${providerId}.example`, clientId: 'x' };
    await database.db.identityProvider.create({
      data: { ...data, clientSecretEnvelope: 'v1.x', adminGroups: ['admins'] },
    });
    const { id: userId, email } = await makePerson(database.db);
    await database.db.identity.create({ data: { providerId, subject: 's', userId } });
    for (const groupName of ['dev', 'admins']) {
      await database.db.groupMembership.create({ data: { userId, providerId, groupName } });
    }
    const bindings = [
      { projectId: world.own.id, userId, namespaces: ['a'] },
      { projectId: world.own.id, userId, namespaces: ['b'] },
      { projectId: world.own.id, providerId, groupName: 'dev' },
      { projectId: world.other.id, providerId, groupName: 'dev' },
    ];
    for (const binding of bindings) await database.db.roleBinding.create({ data: { role: 'viewer', ...binding } });
    const providers = [{ id: providerId, name: 'Corp' }];
    expect(await find(email)).toMatchObject([
      { state: 'active', projects: 2, providers, adminGroups: ['admins'], isPlatformAdmin: false },
    ]);
    const lastSignedInAt = new Date(Date.now() - sessionMaxMs);
    await database.db.identity.updateMany({ where: { userId }, data: { lastSignedInAt } });
    expect(await find(email)).toMatchObject([{ state: 'active', projects: 1, providers, adminGroups: [] }]);
  });

  test('keeps service accounts apart', async () => {
    const { email } = await admin().platformServiceAccounts.create({ name: randomName('ops') });
    expect((await admin().users.list({ search: email, kind: 'person' })).items).toEqual([]);
    expect((await admin().users.list({ search: email, kind: 'service' })).items).toMatchObject([{ kind: 'service' }]);
  });
});

describe('an administrator', () => {
  test('disables a person, whose sessions end; enabling does not bring them back', async () => {
    const userId = world.people.viewer.id;
    const viewer = () => callerFor(database.db, world.headers.viewer).session.me();
    await viewer();
    expect(await admin().users.change({ userId, enabled: false })).toMatchObject({ state: 'disabled' });
    await expect(viewer()).rejects.toThrow(/session has ended/);
    expect(await admin().users.change({ userId, enabled: true })).toMatchObject({ state: 'active' });
    await expect(viewer()).rejects.toThrow(/session has ended/);
  });

  test('makes and unmakes an administrator, and ends a link that somebody else may hold', async () => {
    const { email, id: userId } = await makePerson(database.db);
    const project = world.own.slug;
    const { members } = callerFor(database.db, world.headers.owner);
    const { link } = await members.add({ project, subject: { kind: 'person', email }, role: 'viewer' });
    expect(await admin().users.change({ userId, administrator: true })).toMatchObject({ isPlatformAdmin: true });
    const check = callerFor(database.db, new Headers()).welcome.check({ token: link?.split('/').at(-1) ?? '' });
    await expect(check).rejects.toThrow(/not known/);
    expect(await admin().users.change({ userId, administrator: false })).toMatchObject({ isPlatformAdmin: false });
  });

  test('cannot be the last to go, nor disable themselves', async () => {
    const userId = world.people.admin.id;
    const { users } = admin();
    await expect(users.change({ userId, enabled: false })).rejects.toThrow(/cannot disable yourself/);
    const others = await database.db.user.findMany({ where: { isPlatformAdmin: true, id: { not: userId } } });
    for (const { id } of others) await users.change({ userId: id, administrator: false });
    await expect(users.change({ userId, administrator: false })).rejects.toMatchObject({
      message: expect.stringMatching(/needs an administrator/),
      cause: { code: 'conflict', field: 'administrator' },
    });
  });

  test('does not make a project’s service account one', async () => {
    const { serviceAccounts } = callerFor(database.db, world.headers.owner);
    const { id: userId } = await serviceAccounts.create({ project: world.own.slug, name: 'ci' });
    await expect(admin().users.change({ userId, administrator: true })).rejects.toThrow(/of a project stays in it/);
  });

  test('sees and ends sessions of a person, one or all, and their tokens where asked', async () => {
    const userId = world.people.viewer.id;
    const { sessions } = await admin().users.sessions({ userId });
    expect(sessions).toHaveLength(2);
    expect(sessions.every(({ current }) => !current)).toBe(true);
    const sessionId = world.spareSession.viewer;
    await expect(admin().users.revokeSession({ userId: world.people.editor.id, sessionId })).rejects.toThrow(/ended/);
    await admin().users.revokeSession({ userId, sessionId });
    expect(await admin().users.signOut({ userId })).toEqual({ endedSessions: 1, revokedTokens: 0 });
    await expect(callerFor(database.db, world.headers.viewer).session.me()).rejects.toThrow(/session has ended/);
    expect(await admin().users.signOut({ userId, tokens: true })).toEqual({ endedSessions: 0, revokedTokens: 1 });
  });

  test('gives a person a new link, which sets a password and ends every session', async () => {
    const { id: userId, email } = world.people.viewer;
    const { link } = await admin().users.newLink({ userId });
    const anybody = callerFor(database.db, new Headers());
    const token = link.split('/').at(-1) ?? '';
    expect(await anybody.welcome.check({ token })).toMatchObject({ email });
    await anybody.welcome.accept({ token, password: 'another long password' });
    await expect(callerFor(database.db, world.headers.viewer).session.me()).rejects.toThrow(/session has ended/);
    await admin().users.change({ userId, enabled: false });
    await expect(admin().users.newLink({ userId })).rejects.toThrow(/is disabled/);
    await expect(admin().users.newLink({ userId: crypto.randomUUID() })).rejects.toThrow(/no such person/);
  });
});

test('the platform’s trail pages backwards without gaps', async () => {
  const total = await database.db.auditEntry.count();
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await admin().audit.listAll({ limit: 3, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.items.map(({ id }) => Number(id)));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(total);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
});
