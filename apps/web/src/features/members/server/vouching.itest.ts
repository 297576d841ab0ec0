import { newOpaqueToken } from '@oriel/db/opaque-token';
import { principalFromToken } from '@oriel/db/principal';
import { makeProject, randomName } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeEach, describe, expect, test } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

// Whoever was shown a link may be the person it is for. The owner of `own` invites, and belongs to `other` as well; the
// stranger owns `other` too, and a third project alone.

const database = testDatabase();
testEnv(() => database.url);

let world: World;
let project: string;
let third: string;
let email: string;
beforeEach(async () => {
  world = await makeWorld(database.db);
  project = world.own.slug;
  third = (await makeProject(database.db, { owner: world.people.stranger, seedId: world.own.seedId })).slug;
  email = `${randomName('bob')}@example.com`;
});

const as = (role: 'owner' | 'stranger' | 'admin') => callerFor(database.db, world.headers[role]);
const anybody = () => callerFor(database.db, new Headers());
const tokenOf = (link: string | null) => link?.split('/').at(-1) ?? '';
const accept = (link: string | null) =>
  anybody().welcome.accept({ token: tokenOf(link), password: 'a long enough password' });
const add = (role: 'owner' | 'stranger' | 'admin', to: string) =>
  as(role).members.add({ project: to, subject: { kind: 'person', email }, role: 'viewer' });
const bob = () => database.db.user.findUniqueOrThrow({ where: { email }, include: { bindings: true } });
const takenOver = /set through a link that the owner of a project was shown/;

describe('an unused link that an owner was shown', () => {
  test('ends where another owner gives the person a role; an administrator makes the next one', async () => {
    const { link } = await add('owner', project);
    const { member, link: second } = await add('stranger', third);
    expect(second).toBeNull();
    await expect(accept(link)).rejects.toThrow(/not known/);
    await expect(as('stranger').members.newLink({ project: third, memberId: member.id })).rejects.toThrow(/elsewhere/);
    const { link: fresh } = await as('admin').members.newLink({ project: third, memberId: member.id });
    await accept(fresh);
    expect(await bob()).toMatchObject({ vouchedById: null });
    const [entry] = await database.db.auditEntry.findMany({ where: { targetId: member.id } });
    expect(entry?.after).toMatchObject({ link: false, endedLinks: 1 });
  });

  test('ends where they become the owner of a new project', async () => {
    const { link } = await add('owner', project);
    const { seedId } = world.own;
    await as('admin').projects.create({ name: 'Shop', slug: randomName('shop'), seedId, owner: email });
    await expect(accept(link)).rejects.toThrow(/not known/);
  });

  test('stays where the same owner gives them a role in a second project of theirs', async () => {
    await add('owner', project);
    const { member, link } = await add('owner', world.other.slug);
    expect(link).not.toBeNull();
    const { link: renewed } = await as('owner').members.newLink({ project: world.other.slug, memberId: member.id });
    await accept(renewed);
    expect(await bob()).toMatchObject({ vouchedById: world.people.owner.id, bindings: [{}, {}] });
  });

  test('is not ended by one of an administrator', async () => {
    const { link } = await add('admin', project);
    await add('stranger', third);
    await accept(link);
    expect(await bob()).toMatchObject({ vouchedById: null, bindings: [{}, {}] });
  });

  test('and its end take turns: of both at once, never both succeed', async () => {
    const { link } = await add('owner', project);
    const outcomes = await Promise.allSettled([accept(link), add('stranger', third)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a password that was set through one', () => {
  let linked: string;
  beforeEach(async () => {
    const { member, link } = await add('owner', project);
    linked = member.id;
    await accept(link);
  });

  test('keeps roles elsewhere and the platform away', async () => {
    const { id: userId } = await bob();
    await expect(add('stranger', third)).rejects.toMatchObject({
      message: expect.stringMatching(takenOver),
      cause: { code: 'conflict', field: 'subject.email' },
    });
    await expect(add('admin', third)).rejects.toThrow(takenOver);
    const wanted = { name: 'Shop', slug: randomName('shop'), seedId: world.own.seedId, owner: email };
    await expect(as('admin').projects.create(wanted)).rejects.toThrow(takenOver);
    await expect(as('admin').users.change({ userId, administrator: true })).rejects.toThrow(takenOver);
    expect(await bob()).toMatchObject({ isPlatformAdmin: false, bindings: [{ projectId: world.own.id }] });
  });

  test('is enough in projects of who was shown the link, whoever adds them', async () => {
    await add('stranger', world.other.slug);
    expect((await bob()).bindings).toHaveLength(2);
  });

  test('lets a role grow no more once that owner is none, though it may shrink', async () => {
    const where = { projectId: world.own.id, userId: world.people.owner.id };
    await database.db.roleBinding.create({
      data: { projectId: world.own.id, userId: world.people.stranger.id, role: 'owner' },
    });
    const change = (role: 'owner' | 'editor' | 'viewer') =>
      as('stranger').members.change({ project, memberId: linked, role });
    await change('editor');
    await database.db.roleBinding.deleteMany({ where });
    await expect(change('owner')).rejects.toThrow(takenOver);
    expect(await change('viewer')).toMatchObject({ role: 'viewer' });
  });

  test('is replaced by a link of an administrator, which ends tokens made before', async () => {
    const { id: userId } = await bob();
    const { value, hash } = newOpaqueToken('oriel_pat_');
    const expiresAt = new Date(Date.now() + 3_600_000);
    await database.db.apiToken.create({
      data: { userId, name: 'kept', prefix: 'oriel_pat_x', tokenHash: hash, expiresAt },
    });
    expect(await principalFromToken(database.db, value)).toMatchObject({ userId });
    await accept((await as('admin').users.newLink({ userId })).link);
    expect(await principalFromToken(database.db, value)).toBeUndefined();
    await add('stranger', third);
    expect(await as('admin').users.change({ userId, administrator: true })).toMatchObject({ isPlatformAdmin: true });
  });
});
