import { principalFromSession } from '@oriel/db/principal';
import { createSession } from '@oriel/db/sessions';
import { makePerson, makeProject, randomName } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);

const clientSecret = 'a client secret nobody may read';
let world: World;
let id: string;
beforeAll(async () => {
  world = await makeWorld(database.db);
});
const admin = () => callerFor(database.db, world.headers.admin).identityProviders;
const input = (more: object = {}) => ({
  id,
  name: 'Corp',
  issuer: `https://${id}.example.com/realms/main`,
  clientId: 'oriel',
  clientSecret,
  ...more,
});
const own = async () => (await admin().list()).providers.find((provider) => provider.id === id);

beforeEach(async () => {
  id = randomName('idp');
  await admin().create(input({ adminGroups: ['admins'] }));
});

/** Somebody whom the provider has signed in. */
async function vouched(groupName: string) {
  const { id: userId } = await makePerson(database.db);
  await database.db.identity.create({ data: { providerId: id, subject: userId, userId } });
  await database.db.groupMembership.create({ data: { providerId: id, userId, groupName } });
  const byProvider = await database.db.$transaction((tx) => createSession(tx, { userId, providerId: id }));
  const byPassword = await database.db.$transaction((tx) => createSession(tx, { userId }));
  return { byProvider: byProvider.value, byPassword: byPassword.value };
}

describe('a provider', () => {
  test('is listed with its callback, groups and bindings, and its secret is nowhere', async () => {
    const project = await makeProject(database.db);
    const binding = { projectId: project.id, providerId: id, groupName: 'dev', role: 'editor' } as const;
    await database.db.roleBinding.create({ data: binding });
    expect(await own()).toMatchObject({
      callbackUrl: `http://oriel.localhost:3000/api/auth/callback/${id}`,
      scopes: ['profile', 'email'],
      groupsClaim: 'groups',
      adminGroups: ['admins'],
      trustsEmail: false,
      bindings: [{ group: 'dev', project: project.slug, role: 'editor' }],
      people: 0,
    });
    expect(await admin().update({ id, trustsEmail: true })).toMatchObject({ provider: { trustsEmail: true } });
    await admin().update({ id, clientSecret: `${clientSecret} anew` });
    const kept = JSON.stringify([
      await own(),
      await database.db.identityProvider.findMany(),
      await database.db.auditEntry.findMany({ where: { targetId: id }, omit: { id: true } }),
    ]);
    expect(kept).not.toContain(clientSecret);
  });

  test.each([
    ['http elsewhere', { issuer: 'http://login.example.com' }, /https/],
    ['http on a host that only looks local', { issuer: 'http://127.0.0.1.example.com' }, /https/],
    ['a user in the address', { issuer: 'https://me@login.example.com' }, /Leave out/],
    ['a query', { issuer: 'https://login.example.com/?x=1' }, /Leave out/],
    ['the path of its document', { issuer: 'https://login.example.com/.well-known/openid-configuration' }, /Leave out/],
    ['a file', { issuer: 'file:///etc/passwd' }, /Enter an address/],
    ['the name of the password form', { id: 'credentials' }, /Oriel’s own/],
    ['an id that is no name', { id: 'A/b' }, /lower-case/],
  ])('with %s is refused', async (_, more, words) => {
    await expect(admin().create(input({ id: randomName('idp'), ...more }))).rejects.toThrow(words);
  });

  test('with an id or issuer that is taken is refused', async () => {
    await expect(admin().create(input({ issuer: 'https://other.example.com' }))).rejects.toThrow(/this id exists/);
    await expect(admin().create(input({ id: randomName('idp') }))).rejects.toThrow(/this issuer exists/);
  });

  test('that is switched off ends its sessions, and no other, and its groups give nothing', async () => {
    const { byProvider, byPassword } = await vouched('admins');
    expect(await principalFromSession(database.db, byProvider)).toMatchObject({ isPlatformAdmin: true });
    expect(await admin().update({ id, enabled: false })).toMatchObject({
      endedSessions: 1,
      provider: { enabled: false },
    });
    expect(await principalFromSession(database.db, byProvider)).toBeUndefined();
    expect(await principalFromSession(database.db, byPassword)).toMatchObject({ isPlatformAdmin: false });
    await admin().update({ id, enabled: true });
    expect(await principalFromSession(database.db, byProvider)).toBeUndefined();
  });

  test('that is deleted, by its name, takes sessions, groups and bindings along; people stay', async () => {
    const { byProvider, byPassword } = await vouched('dev');
    await expect(admin().delete({ id, confirmName: 'corp' })).rejects.toThrow(/Type the provider’s name/);
    expect(await admin().delete({ id, confirmName: 'Corp' })).toEqual({ endedSessions: 1 });
    expect(await principalFromSession(database.db, byProvider)).toBeUndefined();
    expect(await principalFromSession(database.db, byPassword)).toBeDefined();
    expect(await own()).toBeUndefined();
    await expect(admin().delete({ id, confirmName: 'Corp' })).rejects.toThrow(/no such identity provider/);
  });

  test('stays while a project has no other owner than its group', async () => {
    const project = await makeProject(database.db);
    await database.db.roleBinding.create({
      data: { projectId: project.id, providerId: id, groupName: 'dev', role: 'owner' },
    });
    await database.db.roleBinding.deleteMany({ where: { projectId: project.id, userId: project.owner.id } });
    await expect(admin().delete({ id, confirmName: 'Corp' })).rejects.toThrow(/no owner but a group/);
    expect(await own()).toBeDefined();
  });
});
