import { expect, test } from 'vitest';
import { forgetCredentials } from './forget-credentials.ts';
import { newOpaqueToken } from './opaque-token.ts';
import { makePerson } from './testing/fixtures.ts';
import { testDatabase } from './testing/postgres.ts';

const database = testDatabase();

const day = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * day);

interface Times {
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly endedAt?: Date;
}

/** Expired or ended long ago; lately; not yet. */
const gone: readonly Times[] = [
  { createdAt: at(-37), expiresAt: at(-31) },
  { createdAt: at(-36), expiresAt: at(-30.1), endedAt: at(-35) },
];
const kept: readonly Times[] = [
  { createdAt: at(-30), expiresAt: at(-29) },
  { createdAt: at(-35), expiresAt: at(-29), endedAt: at(-29.9) },
  { createdAt: at(-1), expiresAt: at(1) },
];

async function makeAll(userId: string, times: readonly Times[]) {
  const { db } = database;
  for (const { createdAt, expiresAt, endedAt = null } of times) {
    const row = () => ({ userId, createdAt, expiresAt, tokenHash: newOpaqueToken().hash });
    await db.session.create({ data: { ...row(), revokedAt: endedAt } });
    await db.oneTimeLink.create({ data: { ...row(), usedAt: endedAt } });
    const token = { name: 'old', prefix: 'oriel_pat_', revokedAt: endedAt };
    await db.apiToken.create({ data: { ...row(), ...token } });
  }
}

async function counts(userId: string) {
  const { db } = database;
  const where = { userId };
  return [await db.session.count({ where }), await db.apiToken.count({ where }), await db.oneTimeLink.count({ where })];
}

test('what has been of no use for 30 days is forgotten, and nothing else', async () => {
  const { id } = await makePerson(database.db);
  await makeAll(id, gone);
  await makeAll(id, kept);
  const audited = await database.db.auditEntry.count();
  expect(await forgetCredentials(database.db)).toEqual({ sessions: 2, tokens: 2, links: 2 });
  expect(await counts(id)).toEqual([3, 3, 3]);
  expect(await forgetCredentials(database.db)).toEqual({ sessions: 0, tokens: 0, links: 0 });
  expect(await database.db.auditEntry.count()).toBe(audited);
});

test('more than one batch is forgotten in one run, and a token outlives the one it took over from', async () => {
  const { db } = database;
  const { id: userId } = await makePerson(db);
  const links = Array.from({ length: 1_001 }, () => ({
    userId,
    createdAt: at(-40),
    expiresAt: at(-39),
    tokenHash: newOpaqueToken().hash,
  }));
  await db.oneTimeLink.createMany({ data: links });
  await makeAll(userId, gone.slice(0, 1));
  const old = await db.apiToken.findFirstOrThrow({ where: { userId } });
  const row = { userId, name: 'new', prefix: 'oriel_pat_', tokenHash: newOpaqueToken().hash, rotatedFromId: old.id };
  const fresh = await db.apiToken.create({ data: { ...row, createdAt: at(-38), expiresAt: at(30) } });
  expect(await forgetCredentials(db)).toMatchObject({ links: 1_002, tokens: 1 });
  expect(await db.apiToken.findUnique({ where: { id: fresh.id } })).toMatchObject({ rotatedFromId: null });
});

test('a run that is stopped deletes nothing more', async () => {
  const { id } = await makePerson(database.db);
  await makeAll(id, gone);
  await forgetCredentials(database.db, { signal: AbortSignal.abort() });
  expect(await counts(id)).toEqual([2, 2, 2]);
});
