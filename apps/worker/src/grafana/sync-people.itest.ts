import { randomUUID } from 'node:crypto';
import { makeMember, makePerson, makeProject } from '@oriel/db/testing/fixtures';
import { describe, expect, test } from 'vitest';
import { fallbackEmail } from './names.ts';
import { syncOrganization } from './sync-organization.ts';
import {
  ctx,
  database,
  globalRow,
  grafana,
  membersIn,
  project,
  rolesIn,
  rowOf,
  statesOf,
  sync,
  syncedProject,
  userOf,
  writesOf,
} from './testing/synced-project.ts';

syncedProject();

// On a real Grafana and a real PostgreSQL: who is in an organization, and what becomes of it with its project.

describe('people', () => {
  test('somebody renamed, before and after they have signed in', async () => {
    const member = await makeMember(database.db, project.id, 'viewer');
    const orgId = await sync(project.id);
    const shown = async () => (await membersIn(orgId)).find(({ login }) => login === member.id);
    const rename = (name: string, email: string) =>
      database.db.user.update({ where: { id: member.id }, data: { name, email } });
    await rename('Änne Ö. 你好', `first-${member.id}@example.com`);
    await writesOf(project.id);
    expect(await shown()).toMatchObject({ name: 'Änne Ö. 你好', email: `first-${member.id}@example.com` });
    expect((await grafana.ask('GET', '/api/user', { orgId, as: member.id })).status).toBe(200);
    await rename('Änne Ü. 你好', `second-${member.id}@example.com`);
    await writesOf(project.id);
    expect(await shown()).toMatchObject({ name: 'Änne Ü. 你好', email: `second-${member.id}@example.com` });
  });

  test('an address that another account has is replaced until it is free', async () => {
    const member = await makeMember(database.db, project.id, 'viewer');
    const body = { login: `x-${member.id}`, name: 'X', email: member.email, password: randomUUID(), OrgId: 1 };
    await grafana.ask('POST', '/api/admin/users', { body });
    const orgId = await sync(project.id);
    const shown = async () => (await membersIn(orgId)).find(({ login }) => login === member.id)?.email;
    expect(await shown()).toBe(fallbackEmail(member.id));
    expect(await writesOf(project.id)).toEqual([]);
    const state = (await statesOf(project.id)).find(({ key }) => key === member.id);
    expect(state).toMatchObject({ state: 'in_step', message: expect.stringContaining(member.email) });
    const other = await userOf(`x-${member.id}`);
    await grafana.ask('DELETE', `/api/admin/users/${other?.id}`);
    await writesOf(project.id);
    expect(await shown()).toBe(member.email);
  });

  test('somebody disabled is out of it, and out of Grafana; enabled again, back', async () => {
    const member = await makeMember(database.db, project.id, 'editor');
    const orgId = await sync(project.id);
    const set = (disabledAt: Date | null) =>
      database.db.user.update({ where: { id: member.id }, data: { disabledAt } });
    await set(new Date());
    await sync(project.id);
    expect([await userOf(member.id), (await rolesIn(orgId))[member.id]]).toEqual([undefined, undefined]);
    await set(null);
    await sync(project.id);
    expect((await rolesIn(orgId))[member.id]).toBe('Editor');
  });

  test('administrators administer the server, are in the organization over all, and visit others', async () => {
    const admin = await makePerson(database.db, { isPlatformAdmin: true });
    const second = await makePerson(database.db, { isPlatformAdmin: true });
    const syncGlobal = async () => syncOrganization(ctx, (await globalRow()).id, 60_000);
    await syncGlobal();
    const globalOrg = (await globalRow()).orgId ?? 0;
    expect(await rolesIn(globalOrg)).toMatchObject({ [admin.id]: 'Editor' });
    const isAdmin = async () =>
      ((await grafana.ask('GET', `/api/users/${(await userOf(admin.id))?.id}`)).body as { isGrafanaAdmin: boolean })
        .isGrafanaAdmin;
    expect(await isAdmin()).toBe(true);
    const { id: organizationId } = await rowOf(project.id);
    await database.db.grafanaVisitor.create({ data: { organizationId, userId: admin.id } });
    const orgId = await sync(project.id);
    expect((await rolesIn(orgId))[admin.id]).toBe('Editor');
    // By hand: somebody who is none is made one.
    const owner = await userOf(project.owner.id);
    await grafana.ask('PUT', `/api/admin/users/${owner?.id}/permissions`, { body: { isGrafanaAdmin: true } });
    await database.db.user.update({ where: { id: admin.id }, data: { isPlatformAdmin: false } });
    await syncGlobal();
    await sync(project.id);
    expect([await rolesIn(globalOrg), (await rolesIn(orgId))[admin.id], await userOf(admin.id)]).toEqual([
      { [second.id]: 'Editor' },
      undefined,
      undefined,
    ]);
    const { body } = await grafana.ask('GET', `/api/users/${owner?.id}`);
    expect((body as { isGrafanaAdmin: boolean }).isGrafanaAdmin).toBe(false);
    grafana.connection.takeWrites();
    await syncGlobal();
    expect(grafana.connection.takeWrites()).toEqual([]);
  });
});

describe('projects', () => {
  test('two of one name have an organization each; the name follows the project', async () => {
    const [one, other] = [await makeProject(database.db), await makeProject(database.db)];
    const data = { name: 'Shop' };
    for (const { id } of [one, other]) await database.db.project.update({ where: { id }, data });
    const [first, second] = [await sync(one.id), await sync(other.id)];
    const nameOf = async (id: number) => ((await grafana.ask('GET', `/api/orgs/${id}`)).body as { name: string }).name;
    expect([await nameOf(first), await nameOf(second)]).toEqual([
      `Shop (${one.id.slice(0, 8)})`,
      `Shop (${other.id.slice(0, 8)})`,
    ]);
    await database.db.project.update({ where: { id: one.id }, data: { name: 'Oriel' } });
    await writesOf(one.id);
    expect(await nameOf(first)).toBe(`Oriel (${one.id.slice(0, 8)})`);
  });

  test('one that is deleted takes its organization along, and the accounts that are in no other', async () => {
    const gone = await makeProject(database.db);
    const both = project.owner;
    const only = gone.owner;
    await database.db.roleBinding.create({ data: { projectId: gone.id, userId: both.id, role: 'viewer' } });
    const orgId = await sync(gone.id);
    const { id } = await rowOf(gone.id);
    await database.db.tenant.deleteMany({ where: { projectId: gone.id } });
    await database.db.project.delete({ where: { id: gone.id } });
    await syncOrganization(ctx, id, 60_000);
    expect((await grafana.ask('GET', `/api/orgs/${orgId}`)).status).toBe(404);
    expect([await userOf(only.id), (await userOf(both.id)) !== undefined]).toEqual([undefined, true]);
    expect(await database.db.grafanaOrganization.findUnique({ where: { id } })).toBeNull();
  });

  test('one whose making was cut short leaves nothing behind', async () => {
    const half = await makeProject(database.db);
    const { id } = await rowOf(half.id);
    await grafana.ask('POST', '/api/orgs', { body: { name: `oriel-new ${id}` } });
    await grafana.ask('POST', '/api/orgs', { body: { name: `oriel-new ${randomUUID()}` } });
    await sync(half.id);
    await syncOrganization(ctx, (await globalRow()).id, 60_000);
    const { body } = await grafana.ask('GET', '/api/orgs?perpage=1000');
    const names = (body as { name: string }[]).map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('oriel-new'))).toEqual([]);
    expect(names).toContain((await rowOf(half.id)).name);
  });

  test('dashboards of a project’s own: made, changed, removed; two of one title both fit', async () => {
    const orgId = await sync(project.id);
    const model = { panels: [], tags: ['own'] };
    const make = (uid: string) =>
      database.db.projectDashboard.create({ data: { projectId: project.id, uid, title: 'Orders', model } });
    const one = await make('op-one');
    await make('op-two');
    await writesOf(project.id);
    const titleOf = async (uid: string) => {
      const { status, body } = await grafana.ask('GET', `/api/dashboards/uid/${uid}`, { orgId });
      return status === 200 ? (body as { dashboard: { title: string } }).dashboard.title : status;
    };
    expect([await titleOf('op-one'), await titleOf('op-two')]).toEqual(['Orders', 'Orders (op-two)']);
    await database.db.projectDashboard.update({ where: { id: one.id }, data: { title: 'Sales' } });
    await writesOf(project.id);
    expect([await titleOf('op-one'), await titleOf('op-two')]).toEqual(['Sales', 'Orders']);
    await database.db.projectDashboard.deleteMany({ where: { projectId: project.id } });
    expect(await writesOf(project.id)).toHaveLength(2);
    expect([await titleOf('op-one'), await titleOf('op-two')]).toEqual([404, 404]);
  });
});

test('a database that was put back: an organization that is another’s by its number is left alone', async () => {
  const one = await makeProject(database.db);
  const other = await makeProject(database.db);
  const orgOfOne = await sync(one.id);
  await database.db.grafanaOrganization.update({ where: { projectId: one.id }, data: { orgId: null } });
  await database.db.grafanaOrganization.update({ where: { projectId: other.id }, data: { orgId: orgOfOne } });
  const orgOfOther = await sync(other.id);
  expect(orgOfOther).not.toBe(orgOfOne);
  expect(await rolesIn(orgOfOne)).toEqual({ [one.owner.id]: 'Editor' });
});
