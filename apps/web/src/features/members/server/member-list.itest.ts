import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, expect, test } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';
import type { MemberRow } from '../output.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
let project: string;
beforeAll(async () => {
  world = await makeWorld(database.db);
  project = world.own.slug;
  const { db } = database;
  const provider = {
    id: 'corp',
    name: 'Corp',
    issuer: 'https://corp.example.com',
    clientId: 'oriel',
    clientSecretEnvelope: 'v1.x',
  };
  await db.identityProvider.create({ data: provider });
  const groups = ['ops', 'dev', 'dev', 'audit'].map((groupName) => ({ providerId: 'corp', groupName }));
  const people = await Promise.all(
    ['zoe', 'abe', 'kim'].map((name) => db.user.create({ data: { name, email: `${name}@example.com` } })),
  );
  // A subject may have several roles.
  const holders = [...groups, ...people.flatMap(({ id: userId }) => [{ userId }, { userId }])];
  await db.roleBinding.createMany({
    data: holders.map((holder, at) => ({
      ...holder,
      projectId: world.own.id,
      role: 'viewer',
      namespaces: [`n-${at}`],
    })),
  });
});

const owner = () => callerFor(database.db, world.headers.owner);

/** All pages of so many rows, one after the other. */
async function pages(limit: number) {
  const found: MemberRow[][] = [];
  let cursor: string | undefined;
  do {
    const page = await owner().members.list({ project, limit, ...(cursor !== undefined && { cursor }) });
    expect(page.total).toBe(await database.db.roleBinding.count({ where: { projectId: world.own.id } }));
    found.push(page.members);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

const subjectOf = ({ subject }: MemberRow) =>
  subject.kind === 'group' ? `group ${subject.groupName}` : `${subject.kind} ${subject.email}`;

test.each([1, 2, 3, 200])(
  'pages of %i hold every role once: people, service accounts, groups, each by name',
  async (limit) => {
    const found = await pages(limit);
    expect(found.slice(0, -1).every((page) => page.length === limit)).toBe(true);
    const rows = found.flat();
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows).toHaveLength(await database.db.roleBinding.count({ where: { projectId: world.own.id } }));
    const place = (row: MemberRow) =>
      `${['person', 'serviceAccount', 'group'].indexOf(row.subject.kind)} ${subjectOf(row)}`;
    expect(rows.map(place)).toEqual(rows.map(place).toSorted());
  },
);

test('a page goes on where the last one ended, though its last row is gone', async () => {
  const first = await owner().members.list({ project, limit: 3 });
  const { members: all } = await owner().members.list({ project, limit: 200 });
  await database.db.roleBinding.delete({ where: { id: all[2]?.id ?? '' } });
  const next = await owner().members.list({ project, limit: 2, cursor: first.nextCursor ?? '' });
  expect(next.members.map(({ id }) => id)).toEqual(all.slice(3, 5).map(({ id }) => id));
});

test('a cursor of something else is refused', async () => {
  for (const cursor of ['x', Buffer.from('["person"]').toString('base64url')]) {
    await expect(owner().members.list({ project, cursor })).rejects.toThrow(/This cursor is not known/);
  }
  for (const values of ['["person","a@example.com","","no id"]', '["group","\\u0000","",""]']) {
    const cursor = Buffer.from(values).toString('base64url');
    await expect(owner().members.list({ project, cursor })).rejects.toThrow(/This cursor is not known/);
  }
});

test('service accounts come in pages too, by name', async () => {
  const names = ['delta', 'alpha', 'charlie', 'bravo'];
  for (const name of names) await owner().serviceAccounts.create({ project, name: `page-${name}` });
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await owner().serviceAccounts.list({ project, limit: 2, ...(cursor !== undefined && { cursor }) });
    expect(page.serviceAccounts.length).toBeLessThanOrEqual(2);
    found.push(...page.serviceAccounts.map(({ name }) => name));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(found).toEqual(found.toSorted());
  expect(found.filter((name) => name.startsWith('page-'))).toHaveLength(names.length);
});
