import { makePerson } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, expect, test } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
beforeAll(async () => {
  world = await makeWorld(database.db);
});

const admin = () => callerFor(database.db, world.headers.admin);

test('people are listed page by page, each once', async () => {
  const total = await database.db.user.count();
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await admin().users.list({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.items.map(({ email }) => email));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(total);
  expect(seen).toEqual([...new Set(seen)].sort());
});

test('a search finds by part of the address, and tells who has come in yet', async () => {
  const { id, email } = await makePerson(database.db);
  const find = async () => (await admin().users.list({ search: email.slice(2, -3).toUpperCase() })).items;
  expect(await find()).toMatchObject([{ id, state: 'invited', projects: 0, lastSeenAt: null }]);
  await database.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
  expect(await find()).toMatchObject([{ id, state: 'disabled' }]);
  const [owner] = (await admin().users.list({ search: world.people.owner.email })).items;
  expect(owner).toMatchObject({ state: 'active', projects: 2 });
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
