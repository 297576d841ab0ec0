import { setTimeout as sleep } from 'node:timers/promises';
import { revokeOtherSessions } from '@oriel/db/sessions';
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

const owner = () => callerFor(database.db, world.headers.owner);
const withToken = (value: string) => callerFor(database.db, new Headers({ authorization: `Bearer ${value}` }));
const day = 86_400_000;

describe('a token', () => {
  test('is shown once, and the database keeps its hash and a few characters', async () => {
    const { token, value } = await owner().tokens.create({ name: 'ci' });
    expect(value).toMatch(/^oriel_pat_[\w-]{43}$/);
    expect(token).toMatchObject({
      name: 'ci',
      prefix: value.slice(0, 16),
      readOnly: true,
      project: null,
      reach: { clusters: 'all', namespaces: 'all' },
      state: 'active',
    });
    const { tokens } = await owner().tokens.list();
    expect(tokens.map(({ id }) => id)).toContain(token.id);
    const kept = JSON.stringify([
      await database.db.apiToken.findMany({ where: { id: token.id } }),
      await database.db.auditEntry.findMany({ where: { targetId: token.id }, omit: { id: true } }),
      tokens,
    ]);
    expect(kept).not.toContain(value);
  });

  test('works until it is revoked', async () => {
    const { token, value } = await owner().tokens.create({ name: 'ci' });
    expect((await withToken(value).session.me()).user.email).toBe(world.people.owner.email);
    await owner().tokens.revoke({ tokenId: token.id });
    await expect(withToken(value).session.me()).rejects.toThrow(/expired or revoked/);
    expect((await owner().tokens.list()).tokens.map(({ id }) => id)).not.toContain(token.id);
    await expect(owner().tokens.revoke({ tokenId: token.id })).rejects.toThrow(/already revoked/);
  });

  test('is not made in a session that ends meanwhile', async () => {
    let making: Promise<unknown> = Promise.resolve();
    await database.db.$transaction(async (tx) => {
      await revokeOtherSessions(tx, world.people.owner.id);
      making = owner().tokens.create({ name: 'late' });
      await Promise.race([making.catch(() => undefined), sleep(500)]);
    });
    await expect(making).rejects.toThrow(/session has ended/);
    expect(await database.db.apiToken.count({ where: { userId: world.people.owner.id, name: 'late' } })).toBe(0);
  });

  test('that may write writes where its person may, and no further', async () => {
    const { value } = await owner().tokens.create({ name: 'ci', readOnly: false, project: world.own.slug });
    await withToken(value).projects.rename({ project: world.own.slug, name: 'By token' });
    await expect(withToken(value).projects.get({ project: world.other.slug })).rejects.toThrow(/no such project/);
    const roleOf = (userId: string) => ({ where: { projectId: world.own.id, userId } });
    await database.db.roleBinding.updateMany({ ...roleOf(world.people.editor.id), data: { role: 'owner' } });
    await database.db.roleBinding.updateMany({ ...roleOf(world.people.owner.id), data: { role: 'viewer' } });
    await expect(withToken(value).projects.rename({ project: world.own.slug, name: 'Again' })).rejects.toThrow(
      /needs the right/,
    );
  });

  test('for a project one is no member of is refused', async () => {
    const stranger = callerFor(database.db, world.headers.stranger);
    await expect(stranger.tokens.create({ name: 'ci', project: world.own.slug })).rejects.toThrow(/no such project/);
  });

  test('of another person cannot be revoked or rotated', async () => {
    const stranger = callerFor(database.db, world.headers.stranger);
    const tokenId = world.spareToken.owner;
    await expect(stranger.tokens.revoke({ tokenId })).rejects.toThrow(/already revoked/);
    await expect(stranger.tokens.rotate({ tokenId })).rejects.toThrow(/no such token/);
    expect((await owner().tokens.list()).tokens.map(({ id }) => id)).toContain(tokenId);
  });

  test.each([0, 366, 1.5])('for %d days is refused', async (expiresInDays) => {
    await expect(owner().tokens.create({ name: 'ci', expiresInDays })).rejects.toThrow(/expiresInDays/);
  });

  test('says when it ends soon', async () => {
    const { token } = await owner().tokens.create({ name: 'ci', expiresInDays: 7 });
    expect(token.state).toBe('expiring');
    const createdAt = new Date(Date.now() - 2 * day);
    await database.db.apiToken.update({
      where: { id: token.id },
      data: { createdAt, expiresAt: new Date(Date.now() - day) },
    });
    expect((await owner().tokens.list()).tokens.find(({ id }) => id === token.id)).toMatchObject({ state: 'expired' });
  });
});

describe('a narrowed token', () => {
  const own = () => ({ name: 'ci', project: world.own.slug, clusters: [world.cluster.id] });

  test('reaches its clusters and namespaces only, whatever its person reaches', async () => {
    const second = await database.db.cluster.findFirstOrThrow({ where: { projectId: world.other.id } });
    const { token, value } = await owner().tokens.create({ ...own(), namespaces: ['shop'] });
    expect(token.reach).toEqual({
      clusters: [{ id: world.cluster.id, name: world.cluster.name }],
      namespaces: ['shop'],
    });
    const caller = withToken(value);
    await caller.clusters.get({ clusterId: world.cluster.id });
    await expect(caller.clusters.get({ clusterId: second.id })).rejects.toThrow(/no such cluster/);
    await expect(caller.members.list({ project: world.own.slug })).rejects.toThrow(/your role does not include/);
  });

  test('of a person who is narrowed cannot name a cluster beyond', async () => {
    const where = { projectId: world.own.id, userId: world.people.viewer.id };
    await database.db.roleBinding.updateMany({ where, data: { clusterIds: [crypto.randomUUID()] } });
    const viewer = callerFor(database.db, world.headers.viewer);
    await expect(viewer.tokens.create(own())).rejects.toMatchObject({ cause: { field: 'clusters' } });
  });

  test('to clusters of another project is refused', async () => {
    const { id } = await database.db.cluster.findFirstOrThrow({ where: { projectId: world.other.id } });
    await expect(owner().tokens.create({ ...own(), clusters: [id] })).rejects.toThrow(/not in this project/);
  });

  test('needs a project', async () => {
    await expect(owner().tokens.create({ name: 'ci', namespaces: ['shop'] })).rejects.toMatchObject({
      cause: { code: 'bad_input', field: 'project' },
    });
  });

  test('for namespaces may only read', async () => {
    await expect(owner().tokens.create({ ...own(), namespaces: ['shop'], readOnly: false })).rejects.toMatchObject({
      cause: { code: 'bad_input', field: 'readOnly' },
    });
  });
});

describe('rotation', () => {
  test('makes a token with the same properties; both work for the overlap', async () => {
    const wanted = { name: 'ci', project: world.own.slug, clusters: [world.cluster.id], expiresInDays: 30 };
    const old = await owner().tokens.create({ ...wanted, readOnly: false });
    const fresh = await owner().tokens.rotate({ tokenId: old.token.id, overlapDays: 2 });
    const { name, reach, readOnly, project } = old.token;
    expect(fresh.token).toMatchObject({ name, reach, readOnly, project, rotatedFromId: old.token.id });
    const inDays = (at: string) => (Date.parse(at) - Date.now()) / day;
    expect(inDays(fresh.token.expiresAt)).toBeCloseTo(30, 2);
    const { tokens } = await owner().tokens.list();
    const listed = tokens.find(({ id }) => id === old.token.id);
    expect(listed).toMatchObject({ rotatedToId: fresh.token.id, state: 'expiring' });
    expect(inDays(listed?.expiresAt ?? '')).toBeCloseTo(2, 2);
    for (const { value } of [old, fresh]) await withToken(value).clusters.get({ clusterId: world.cluster.id });
    await expect(owner().tokens.rotate({ tokenId: old.token.id })).rejects.toThrow(/has been rotated already/);
  });

  test('without an overlap ends the old one at once', async () => {
    const old = await owner().tokens.create({ name: 'ci' });
    const fresh = await owner().tokens.rotate({ tokenId: old.token.id, overlapDays: 0 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(withToken(old.value).session.me()).rejects.toThrow(/expired or revoked/);
    await withToken(fresh.value).session.me();
  });

  test('never makes the old one last longer', async () => {
    const old = await owner().tokens.create({ name: 'ci', expiresInDays: 1 });
    const fresh = await owner().tokens.rotate({ tokenId: old.token.id, overlapDays: 7, expiresInDays: 90 });
    const { tokens } = await owner().tokens.list();
    expect(tokens.find(({ id }) => id === old.token.id)?.expiresAt).toBe(old.token.expiresAt);
    expect(Date.parse(fresh.token.expiresAt) - Date.now()).toBeGreaterThan(89 * day);
  });

  test.each([-1, 8])('with an overlap of %d days is refused', async (overlapDays) => {
    const tokenId = world.spareToken.owner;
    await expect(owner().tokens.rotate({ tokenId, overlapDays })).rejects.toThrow(/Use 0 to 7 days/);
  });

  test('of an expired token is refused', async () => {
    const tokenId = world.spareToken.owner;
    const createdAt = new Date(Date.now() - 2 * day);
    await database.db.apiToken.update({
      where: { id: tokenId },
      data: { createdAt, expiresAt: new Date(Date.now() - day) },
    });
    await expect(owner().tokens.rotate({ tokenId })).rejects.toThrow(/has expired/);
  });
});
