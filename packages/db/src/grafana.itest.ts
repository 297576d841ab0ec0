import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { grantApplicationRole } from './app-role.ts';
import { createDb, type Db } from './client.ts';
import { violates } from './database-errors.ts';
import { membersOf, platformMembers, visitorsOf } from './grafana-members.ts';
import { type Listener, listen } from './listen.ts';
import { hashToken } from './opaque-token.ts';
import { joinGroup, makeCluster, makeMember, makePerson, makeProject, type ProjectRow } from './testing/fixtures.ts';
import { testDatabase } from './testing/postgres.ts';

// The triggers and rules of prisma/migrations/0011_grafana, as the application's role: it is who fires them.

const database = testDatabase();
let db: Db;
let listener: Listener;
let heard: string[] = [];
let project: ProjectRow;

beforeAll(async () => {
  await grantApplicationRole(database.url, 'a password of the test');
  const url = new URL(database.url);
  url.username = 'oriel_app';
  url.password = 'a password of the test';
  db = createDb(url.href);
  listener = listen(database.url, ['oriel_grafana'], (_, payload) => heard.push(payload));
  await listener.ready;
});
afterAll(async () => {
  await listener.close();
  await db.$disconnect();
});
beforeEach(async () => {
  project = await makeProject(db);
  await allInStep();
});

const organizationOf = (projectId: string) => db.grafanaOrganization.findUniqueOrThrow({ where: { projectId } });
const globalOne = () => db.grafanaOrganization.findFirstOrThrow({ where: { isGlobal: true } });

async function allInStep(): Promise<void> {
  await settled();
  await db.$executeRaw`UPDATE grafana_organizations SET observed_generation = generation`;
  heard = [];
}

let fences = 0;
/** Notifications arrive in the order of commits: once this one is here, all earlier ones are. */
async function settled(): Promise<void> {
  const fence = `fence ${++fences}`;
  await db.$executeRaw`SELECT pg_notify('oriel_grafana', ${fence})`;
  while (!heard.includes(fence)) await new Promise((resolve) => setTimeout(resolve, 5));
  heard = heard.filter((payload) => payload !== fence);
}

/** Ids of the organizations that a change left behind, in order; they are the ones it announces. */
async function behindAfter(change: () => Promise<unknown>): Promise<string[]> {
  await change();
  await settled();
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM grafana_organizations WHERE generation <> observed_generation ORDER BY id::text`;
  const ids = rows.map(({ id }) => id);
  expect([...new Set(heard)].sort()).toEqual(ids);
  await allInStep();
  return ids;
}

describe('an organization', () => {
  test('is there with its project, named so that two of one name differ, and is announced', async () => {
    const rename = (id: string) => db.project.update({ where: { id }, data: { name: 'Shop' } });
    const other = await makeProject(db);
    await settled();
    expect(heard).toContain((await organizationOf(other.id)).id);
    await Promise.all([rename(project.id), rename(other.id)]);
    const names = [await organizationOf(project.id), await organizationOf(other.id)].map(({ name }) => name);
    expect(names).toEqual([`Shop (${project.id.slice(0, 8)})`, `Shop (${other.id.slice(0, 8)})`]);
  });

  test('survives its project until the worker has removed it', async () => {
    const { id } = await organizationOf(project.id);
    await db.tenant.deleteMany({ where: { projectId: project.id } });
    expect(await behindAfter(() => db.project.delete({ where: { id: project.id } }))).toEqual([id]);
    expect((await organizationOf(project.id)).removalWantedAt).toEqual(expect.any(Date));
  });

  test('there is one over all projects, and only one', async () => {
    expect(await globalOne()).toMatchObject({ projectId: null, name: 'All projects' });
    const second = await db.grafanaOrganization
      .create({ data: { isGlobal: true, name: 'Another' } })
      .catch((error) => violates(error, 'grafana_organizations_one_global'));
    expect(second).toBe(true);
  });

  test('never stands for Grafana’s own, and keeps no secret in plain text', async () => {
    const { id } = await organizationOf(project.id);
    const refused = (data: object, constraint: string) =>
      db.grafanaOrganization.update({ where: { id }, data }).catch((error) => violates(error, constraint));
    expect(await refused({ orgId: 1 }, 'grafana_organizations_org_id')).toBe(true);
    const secret = { secretHash: hashToken('og_x'), secretEnvelope: 'og_x' };
    expect(await refused(secret, 'grafana_organizations_secret_sealed')).toBe(true);
  });
});

describe('what leaves an organization behind', () => {
  test('a role that is given, changed and taken', async () => {
    const { id } = await organizationOf(project.id);
    const { id: userId } = await makePerson(db);
    const binding = { projectId: project.id, userId };
    expect(await behindAfter(() => db.roleBinding.create({ data: { ...binding, role: 'viewer' } }))).toEqual([id]);
    const raise = () => db.roleBinding.updateMany({ where: binding, data: { role: 'editor' } });
    expect(await behindAfter(raise)).toEqual([id]);
    expect(await behindAfter(() => db.roleBinding.deleteMany({ where: binding }))).toEqual([id]);
  });

  test('a person who is renamed, disabled or deleted; not one who merely signs in', async () => {
    const { id } = await organizationOf(project.id);
    const both = [id, (await globalOne()).id].sort();
    const where = { id: (await makeMember(db, project.id, 'viewer')).id };
    await allInStep();
    expect(await behindAfter(() => db.user.update({ where, data: { name: 'Another' } }))).toEqual(both);
    expect(await behindAfter(() => db.user.update({ where, data: { name: 'Another' } }))).toEqual([]);
    expect(await behindAfter(() => db.user.update({ where, data: { disabledAt: new Date() } }))).toEqual(both);
    expect(await behindAfter(() => db.user.update({ where, data: { passwordHash: '$argon2id$x' } }))).toEqual([]);
    expect(await behindAfter(() => db.user.delete({ where }))).toEqual([id]);
  });

  test('groups: who joins, who leaves, a provider that is switched off, administrators by group', async () => {
    const { id } = await organizationOf(project.id);
    const providerId = `p-${fences}`;
    const provider = { name: 'P', issuer: `https://${providerId}.example.com`, clientId: 'oriel' };
    await db.identityProvider.create({
      data: { id: providerId, ...provider, clientSecretEnvelope: 'v2.k1.AAAA.AAAA', adminGroups: ['root'] },
    });
    const { id: userId } = await makePerson(db);
    await db.roleBinding.create({ data: { projectId: project.id, providerId, groupName: 'team', role: 'editor' } });
    await allInStep();
    const join = (groupName: string) => joinGroup(db, { userId, providerId, groupName });
    expect(await behindAfter(() => join('others'))).toEqual([]);
    expect(await behindAfter(() => join('team'))).toEqual([id]);
    expect(await behindAfter(() => join('root'))).toEqual([(await globalOne()).id]);
    expect(await membersOf(db, project.id)).toContainEqual(expect.objectContaining({ userId, isAdmin: true }));
    const off = () => db.identityProvider.update({ where: { id: providerId }, data: { enabled: false } });
    expect(await behindAfter(off)).toEqual([id, (await globalOne()).id].sort());
    expect((await membersOf(db, project.id)).map((member) => member.userId)).toEqual([project.owner.id]);
  });

  test('a dashboard of the project’s own; an administrator who visits', async () => {
    const { id } = await organizationOf(project.id);
    const data = { projectId: project.id, uid: 'op-shop', title: 'Shop', model: {} };
    expect(await behindAfter(() => db.projectDashboard.create({ data }))).toEqual([id]);
    const { id: userId } = await makePerson(db, { isPlatformAdmin: true });
    await allInStep();
    expect(await behindAfter(() => db.grafanaVisitor.create({ data: { organizationId: id, userId } }))).toEqual([id]);
    expect(await visitorsOf(db, id)).toMatchObject([{ userId, role: 'Editor', isAdmin: true }]);
  });

  test('many at once are announced by one empty notification', async () => {
    await settled();
    await db.$executeRaw`INSERT INTO grafana_organizations (project_id, name)
      SELECT gen_random_uuid(), 'many ' || n FROM generate_series(1, 30) AS n`;
    heard = [];
    await db.$executeRaw`SELECT grafana_raise(ARRAY(SELECT id FROM grafana_organizations WHERE name LIKE 'many %'))`;
    await settled();
    expect(heard).toEqual(['']);
    await db.$executeRaw`DELETE FROM grafana_organizations WHERE name LIKE 'many %'`;
  });

  test('changes that overlap in any order never wait for each other in a circle', async () => {
    const other = await makeProject(db);
    const people = await Promise.all(Array.from({ length: 6 }, () => makePerson(db)));
    const both = [project.id, other.id];
    const grant = ({ id: userId }: { id: string }, index: number) =>
      db.$transaction(async (tx) => {
        for (const projectId of index % 2 === 0 ? both : both.toReversed()) {
          await tx.roleBinding.create({ data: { projectId, userId, role: 'viewer' } });
        }
      });
    await Promise.all(people.map(grant));
    expect(await membersOf(db, other.id)).toHaveLength(7);
  });
});

describe('who is in it', () => {
  test('people by their best role; narrowed ones read; neither the disabled nor service accounts', async () => {
    const cluster = await makeCluster(db, project);
    const editor = await makeMember(db, project.id, 'editor');
    const narrowed = await makePerson(db);
    const narrow = { projectId: project.id, userId: narrowed.id, role: 'editor' as const, clusterIds: [cluster.id] };
    await db.roleBinding.create({ data: narrow });
    const gone = await makeMember(db, project.id, 'editor');
    await db.user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    const robot = { email: `robot-${fences}@example.com`, name: 'CI', kind: 'service', projectId: project.id } as const;
    const { id: userId } = await db.user.create({ data: robot });
    await db.roleBinding.create({ data: { projectId: project.id, userId, role: 'editor' } });
    const roles = new Map((await membersOf(db, project.id)).map((member) => [member.userId, member.role]));
    expect(roles).toEqual(
      new Map([
        [project.owner.id, 'Editor'],
        [editor.id, 'Editor'],
        [narrowed.id, 'Viewer'],
      ]),
    );
    await db.roleBinding.create({ data: { projectId: project.id, userId: narrowed.id, role: 'editor' } });
    expect(await membersOf(db, project.id)).toContainEqual({
      userId: narrowed.id,
      email: narrowed.email,
      name: 'A Person',
      role: 'Editor',
      isAdmin: false,
    });
  });

  test('administrators are in the global one', async () => {
    let id = '';
    const added = async () => {
      ({ id } = await makePerson(db, { isPlatformAdmin: true }));
    };
    expect(await behindAfter(added)).toEqual([(await globalOne()).id]);
    expect((await platformMembers(db)).map(({ userId }) => userId)).toContain(id);
    expect((await platformMembers(db)).map(({ userId }) => userId)).not.toContain(project.owner.id);
  });
});
