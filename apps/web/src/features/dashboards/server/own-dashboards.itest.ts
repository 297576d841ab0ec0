import { makeCluster } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeEach, describe, expect, test } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
let project: string;
beforeEach(async () => {
  world = await makeWorld(database.db);
  project = world.own.slug;
});

const as = (role: 'viewer' | 'editor' | 'owner' | 'admin') => callerFor(database.db, world.headers[role]);
const model = { title: 'Orders', tags: ['shop'], panels: [], uid: 'theirs', id: 7 };
const organization = () => database.db.grafanaOrganization.findUniqueOrThrow({ where: { projectId: world.own.id } });

describe('a dashboard of a project’s own', () => {
  test('is made, read, changed and deleted; each is written down, without its model', async () => {
    const { uid, version } = await as('editor').ownDashboards.create({ project, model });
    const read = await as('viewer').ownDashboards.get({ project, uid });
    expect(read).toMatchObject({ uid, title: 'Orders', tags: ['shop'], source: 'api', state: 'pending', version: 1 });
    expect(read.model).toEqual({ title: 'Orders', tags: ['shop'], panels: [] });
    const changed = { project, uid, version, title: 'Sales', model };
    expect(await as('editor').ownDashboards.update(changed)).toEqual({ uid, version: 2 });
    await expect(as('editor').ownDashboards.update(changed)).rejects.toThrow('it is at version 2. Read it again');
    await as('editor').ownDashboards.delete({ project, uid });
    await expect(as('viewer').ownDashboards.get({ project, uid })).rejects.toThrow('no such dashboard');
    const entries = await database.db.auditEntry.findMany({ where: { targetId: uid }, orderBy: { id: 'asc' } });
    expect(entries.map(({ action, before, after }) => [action, before, after])).toEqual([
      ['dashboard.create', null, { title: 'Orders', version: 1 }],
      ['dashboard.update', { title: 'Orders', version: 1 }, { title: 'Sales', version: 2 }],
      ['dashboard.delete', { title: 'Sales', version: 2 }, null],
    ]);
  });

  test('leaves the organization behind, so that the worker hears of it', async () => {
    const before = (await organization()).generation;
    await as('editor').ownDashboards.create({ project, model });
    expect((await organization()).generation).toBeGreaterThan(before);
  });

  test('that a ConfigMap keeps is changed there', async () => {
    const { id: clusterId, name } = await makeCluster(database.db, world.own);
    const origin = { clusterId, namespace: 'shop', name: 'boards', key: 'orders.json' };
    const data = { projectId: world.own.id, uid: 'op-map', title: 'Orders', model: {}, source: 'config_map' } as const;
    await database.db.projectDashboard.create({ data: { ...data, ...origin } });
    const { dashboards } = await as('viewer').ownDashboards.list({ project });
    expect(dashboards.find(({ uid }) => uid === 'op-map')).toMatchObject({
      source: 'config_map',
      origin: { cluster: name, namespace: 'shop', name: 'boards', key: 'orders.json' },
    });
    await expect(as('owner').ownDashboards.delete({ project, uid: 'op-map' })).rejects.toThrow(
      'comes from the ConfigMap shop/boards in its cluster. Change it there.',
    );
    await database.db.roleBinding.update({ where: { id: world.viewerMemberId }, data: { namespaces: ['billing'] } });
    expect(await as('viewer').ownDashboards.get({ project, uid: 'op-map' })).toMatchObject({ origin: null });
  });

  test('asks Oriel’s data sources only', async () => {
    const foreign = { title: 'A', panels: [{ datasource: { uid: 'theirs' } }] };
    await expect(as('editor').ownDashboards.create({ project, model: foreign })).rejects.toThrow('Use oriel-metrics');
  });

  test('at most 200 are kept for a project', async () => {
    const data = Array.from({ length: 199 }, (_, index) => ({
      projectId: world.own.id,
      uid: `op-${index}`,
      title: 'A',
      model: {},
    }));
    await database.db.projectDashboard.createMany({ data });
    const { own } = world;
    await expect(as('editor').ownDashboards.create({ project: own.slug, model })).rejects.toThrow(
      'keeps 200 dashboards',
    );
  });
});

describe('how Grafana is', () => {
  test('a project’s members learn of their organization; what is said of people only who may see them', async () => {
    const { id: organizationId } = await organization();
    const objects = [
      { kind: 'dashboard', key: 'oriel-pods', state: 'in_step', message: '' },
      { kind: 'member', key: world.people.viewer.id, state: 'failed', message: 'of a person' },
    ] as const;
    await database.db.grafanaObject.createMany({ data: objects.map((row) => ({ ...row, organizationId })) });
    const { organization: own, objects: seen } = await as('viewer').dashboards.status({ project });
    expect(own).toMatchObject({ id: organizationId, state: 'pending', orgId: null, message: 'of a person' });
    expect(seen.map(({ key }) => key)).toEqual([world.people.viewer.id, 'oriel-pods']);
    const binding = { projectId: world.own.id, userId: world.people.viewer.id };
    await database.db.roleBinding.updateMany({ where: binding, data: { namespaces: ['shop'] } });
    const narrowed = await as('viewer').dashboards.status({ project });
    expect(narrowed.objects.map(({ kind }) => kind)).toEqual(['dashboard']);
    expect(narrowed.organization?.message).toBe('');
  });

  test('administrators see every organization, by state and name, in pages', async () => {
    const { id, name } = await organization();
    const { counts } = await as('admin').grafana.status({});
    expect(counts.all).toBe(await database.db.grafanaOrganization.count());
    await database.db.grafanaOrganization.update({ where: { id }, data: { failures: 2 } });
    const failed = await as('admin').grafana.status({ state: 'failed', search: name.toUpperCase() });
    expect(failed.organizations).toMatchObject([{ id, project, state: 'failed' }]);
    const first = await as('admin').grafana.status({ limit: 1 });
    const second = await as('admin').grafana.status({ limit: 1, cursor: first.nextCursor ?? '' });
    expect(second.organizations[0]?.name).not.toBe(first.organizations[0]?.name);
  });

  test('they have one or all of them compared again, and that is written down', async () => {
    const { id, generation } = await organization();
    await database.db.grafanaOrganization.update({ where: { id }, data: { retryAt: new Date(Date.now() + 1e6) } });
    expect(await as('admin').grafana.syncAgain({ organizationId: id })).toEqual({ organizations: 1 });
    expect(await organization()).toMatchObject({ generation: generation + 1n, retryAt: null });
    const { organizations } = await as('admin').grafana.syncAgain({});
    expect(organizations).toBe(await database.db.grafanaOrganization.count());
    const entry = await database.db.auditEntry.findFirst({ where: { action: 'grafana.sync_again', targetId: id } });
    expect(entry).toMatchObject({ actorId: world.people.admin.id, projectId: world.own.id });
  });
});
