import { joinGroup, randomName } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeEach, describe, expect, test } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';
import { makeProvider } from './testing.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
let project: string;
beforeEach(async () => {
  world = await makeWorld(database.db);
  project = world.own.slug;
});

const owner = () => callerFor(database.db, world.headers.owner).members;
const admin = () => callerFor(database.db, world.headers.admin).members;
const person = (email: string) => ({ kind: 'person', email }) as const;
const withEmail = async (email: string) =>
  (await owner().list({ project })).members.filter(({ subject }) => 'email' in subject && subject.email === email);

describe('a group', () => {
  test('that nobody has yet may be given a role, which counts once somebody has it', async () => {
    const providerId = await makeProvider(database.db);
    const subject = { kind: 'group', providerId, groupName: 'platform-team' } as const;
    const { member, link } = await owner().add({ project, subject, role: 'editor' });
    expect(link).toBeNull();
    expect(member.subject).toMatchObject({ ...subject, people: 0, providerName: 'Corp' });
    const stranger = () => callerFor(database.db, world.headers.stranger).projects.get({ project });
    await expect(stranger()).rejects.toThrow(/no such project/);
    const userId = world.people.stranger.id;
    await joinGroup(database.db, { userId, providerId, groupName: 'platform-team' });
    expect(await stranger()).toMatchObject({ role: 'editor', canManageClusters: true });
    const [listed] = (await owner().list({ project })).members.filter(({ id }) => id === member.id);
    expect(listed?.subject).toMatchObject({ people: 1 });
    expect((await owner().subjects({ project, search: 'PLATFORM' })).groups).toContainEqual({
      providerId,
      groupName: 'platform-team',
      people: 1,
    });
  });

  test('without a role in the project is told to an owner by its whole name only, to an administrator by a part', async () => {
    const providerId = await makeProvider(database.db);
    const userId = world.people.stranger.id;
    for (const groupName of ['merger-2027', 'merger-bound'])
      await joinGroup(database.db, { userId, providerId, groupName });
    const subject = { kind: 'group', providerId, groupName: 'merger-bound' } as const;
    await owner().add({ project, subject, role: 'viewer' });
    const found = async (asked: ReturnType<typeof owner>, search: string) =>
      (await asked.subjects({ project, search })).groups.filter((group) => group.providerId === providerId);
    const names = async (asked: ReturnType<typeof owner>, search: string) =>
      (await found(asked, search)).map(({ groupName }) => groupName);
    expect(await names(owner(), 'merger')).toEqual(['merger-bound']);
    expect(await names(owner(), '')).toEqual(['merger-bound']);
    expect(await names(owner(), 'merger-2027')).toEqual(['merger-2027']);
    expect(await names(admin(), 'merger')).toEqual(['merger-2027', 'merger-bound']);
  });

  test('of an unknown provider is refused at its field', async () => {
    const subject = { kind: 'group', providerId: 'nowhere', groupName: 'x' } as const;
    await expect(owner().add({ project, subject, role: 'viewer' })).rejects.toMatchObject({
      cause: { code: 'bad_input', field: 'subject.providerId' },
    });
  });
});

describe('a narrowed role', () => {
  const cluster = () => world.cluster.id;
  const add = (rest: { clusters?: string[]; namespaces?: string[]; role?: 'viewer' | 'editor' | 'owner' }) =>
    owner().add({ project, subject: person(world.people.stranger.email), role: 'viewer', ...rest });

  test('reaches its clusters and namespaces, and several add up', async () => {
    const { member } = await add({ clusters: [cluster()], namespaces: ['shop', 'billing', 'shop'] });
    expect(member.reach).toEqual({
      clusters: [{ id: cluster(), name: world.cluster.name }],
      namespaces: ['billing', 'shop'],
    });
    await add({ clusters: [cluster()], role: 'editor' });
    await expect(add({ clusters: [cluster()], role: 'editor' })).rejects.toThrow(/exactly this role already/);
    expect(await withEmail(world.people.stranger.email)).toHaveLength(2);
    const stranger = callerFor(database.db, world.headers.stranger);
    expect(await stranger.clusters.get({ clusterId: cluster() })).toMatchObject({ name: world.cluster.name });
    await expect(stranger.members.list({ project })).rejects.toThrow(/which your role does not include/);
    expect((await stranger.session.me()).projects.find(({ slug }) => slug === project)).toMatchObject({
      role: 'editor',
      canSeeMembers: false,
    });
    expect(await stranger.projects.get({ project })).toMatchObject({ members: null, canSeeMembers: false });
  });

  test.each([
    ['an owner to clusters', { role: 'owner', clusters: true }, 'role', /An owner always has the whole project/],
    ['an owner to namespaces', { role: 'owner', namespaces: ['shop'] }, 'role', /An owner always has the whole/],
    ['an editor to namespaces', { role: 'editor', namespaces: ['shop'] }, 'namespaces', /An editor changes whole/],
  ] as const)('is refused: %s', async (_, { role, ...narrowing }, field, sentence) => {
    const wanted = {
      role,
      ...('clusters' in narrowing ? { clusters: [cluster()] } : {}),
      ...('namespaces' in narrowing ? { namespaces: [...narrowing.namespaces] } : {}),
    };
    await expect(add(wanted)).rejects.toMatchObject({
      message: expect.stringMatching(sentence),
      cause: { code: 'bad_input', field },
    });
  });

  test('to a cluster of another project, an unknown or a deleted one is refused in the same words', async () => {
    const foreign = await database.db.cluster.findFirstOrThrow({ where: { projectId: world.other.id } });
    for (const id of [foreign.id, crypto.randomUUID()]) {
      await expect(add({ clusters: [cluster(), id] })).rejects.toMatchObject({
        message: expect.stringMatching(/not in this project, or was deleted/),
        cause: { field: 'clusters' },
      });
    }
    await database.db.cluster.delete({ where: { id: cluster() } });
    await expect(add({ clusters: [cluster()] })).rejects.toThrow(/was deleted/);
  });

  test.each([
    [['Shop'], /Use 1 to 63 lower-case letters.*\(namespaces\.0\)/],
    [['a'.repeat(64)], /Use 1 to 63 lower-case letters/],
    [[''], /Use 1 to 63 lower-case letters/],
    [[], /Name at least one namespace, or all/],
  ])('to namespaces %j is refused', async (namespaces, sentence) => {
    await expect(add({ namespaces })).rejects.toThrow(sentence);
  });

  test('keeps a cluster that was deleted: it grants nothing, and may stay in a change', async () => {
    const { member } = await add({ clusters: [cluster()] });
    await database.db.cluster.delete({ where: { id: cluster() } });
    const { id } = await database.db.cluster.findFirstOrThrow({ where: { projectId: world.other.id } });
    const [listed] = await withEmail(world.people.stranger.email);
    expect(listed?.reach.clusters).toEqual([{ id: cluster(), name: null }]);
    const change = { project, memberId: member.id };
    expect(await owner().change({ ...change, namespaces: ['shop'] })).toMatchObject({
      reach: { clusters: [{ name: null }], namespaces: ['shop'] },
    });
    await expect(owner().change({ ...change, clusters: [cluster(), id] })).rejects.toThrow(/not in this project/);
    const stranger = callerFor(database.db, world.headers.stranger);
    expect((await stranger.fleet.list({ project })).rows).toEqual([]);
  });
});

describe('a service account', () => {
  const subject = (serviceAccountId: string) => ({ kind: 'serviceAccount', serviceAccountId }) as const;

  test('of the project, or of the platform, is given a role', async () => {
    const own = await callerFor(database.db, world.headers.owner).serviceAccounts.create({ project, name: 'ci' });
    const { platformServiceAccounts } = callerFor(database.db, world.headers.admin);
    const platform = await platformServiceAccounts.create({ name: randomName('ci') });
    for (const account of [own, platform]) {
      const { member } = await owner().add({ project, subject: subject(account.id), role: 'viewer' });
      expect(member.subject).toMatchObject({ kind: 'serviceAccount', email: account.email, state: 'active' });
    }
    const offered = (await owner().subjects({ project })).serviceAccounts.map(({ id }) => id);
    expect(offered).toContain(own.id);
    expect(offered).not.toContain(platform.id);
    expect((await admin().subjects({ project })).serviceAccounts.map(({ id }) => id)).toContain(platform.id);
  });

  test('of another project, or a person, is refused as unknown', async () => {
    const { serviceAccounts } = callerFor(database.db, world.headers.stranger);
    const foreign = await serviceAccounts.create({ project: world.other.slug, name: 'ci' });
    for (const id of [foreign.id, world.people.viewer.id, crypto.randomUUID()]) {
      await expect(owner().add({ project, subject: subject(id), role: 'viewer' })).rejects.toThrow(
        /no such service account/,
      );
    }
  });
});
