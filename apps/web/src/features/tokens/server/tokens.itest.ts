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

describe('a token', () => {
  test('is shown once, and the database keeps its hash and a few characters', async () => {
    const { token, value } = await owner().tokens.create({ name: 'ci' });
    expect(value).toMatch(/^oriel_pat_[\w-]{43}$/);
    expect(token).toMatchObject({
      name: 'ci',
      prefix: value.slice(0, 16),
      readOnly: true,
      project: null,
      expired: false,
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

  test('that may write writes where its person may, and no further', async () => {
    const { value } = await owner().tokens.create({ name: 'ci', readOnly: false, project: world.own.slug });
    await withToken(value).projects.rename({ project: world.own.slug, name: 'By token' });
    await expect(withToken(value).projects.get({ project: world.other.slug })).rejects.toThrow(/no such project/);
    const where = { projectId: world.own.id, userId: world.people.owner.id };
    await owner().members.setRole({ project: world.own.slug, userId: world.people.editor.id, role: 'owner' });
    await database.db.roleBinding.updateMany({ where, data: { role: 'viewer' } });
    await expect(withToken(value).projects.rename({ project: world.own.slug, name: 'Again' })).rejects.toThrow(
      /needs the right/,
    );
  });

  test('for a project one is no member of is refused', async () => {
    const stranger = callerFor(database.db, world.headers.stranger);
    await expect(stranger.tokens.create({ name: 'ci', project: world.own.slug })).rejects.toThrow(/no such project/);
  });

  test('of another person cannot be revoked', async () => {
    const stranger = callerFor(database.db, world.headers.stranger);
    const tokenId = world.spareToken.owner;
    await expect(stranger.tokens.revoke({ tokenId })).rejects.toThrow(/already revoked/);
    expect((await owner().tokens.list()).tokens.map(({ id }) => id)).toContain(tokenId);
  });

  test.each([0, 366, 1.5])('for %d days is refused', async (expiresInDays) => {
    await expect(owner().tokens.create({ name: 'ci', expiresInDays })).rejects.toThrow(/expiresInDays/);
  });
});
