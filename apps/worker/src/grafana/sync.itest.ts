import { randomUUID } from 'node:crypto';
import { projectDashboards } from '@oriel/dashboards/dashboards';
import { makeMember } from '@oriel/db/testing/fixtures';
import { describe, expect, test } from 'vitest';
import {
  database,
  grafana,
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

// On a real Grafana and a real PostgreSQL: what the sync makes, leaves alone, and puts right.

describe('a new project', () => {
  test('gets an organization with its owner, sources, folders and dashboards, and a second run writes nothing', async () => {
    const { orgId, name, observedGeneration, generation } = await rowOf(project.id);
    expect(observedGeneration).toBe(generation);
    expect((await grafana.ask('GET', `/api/orgs/${orgId}`)).body).toMatchObject({ name });
    expect(await rolesIn(orgId ?? 0)).toEqual({ [project.owner.id]: 'Editor' });
    expect(await writesOf(project.id)).toEqual([]);
    const states = await statesOf(project.id);
    expect(states.filter(({ state }) => state !== 'in_step')).toEqual([]);
    expect(new Set(states.map(({ kind }) => kind)).size).toBe(5);
  });

  test('its data sources ask the gateway for it, with a secret that nobody reads back', async () => {
    const { id, orgId } = await rowOf(project.id);
    for (const [uid, path] of [
      ['oriel-metrics', 'prometheus'],
      ['oriel-logs', 'loki'],
      ['oriel-alerts', 'alertmanager'],
    ]) {
      const { body } = await grafana.ask('GET', `/api/datasources/uid/${uid}`, { orgId: orgId ?? 0 });
      expect(body).toMatchObject({
        url: `http://127.0.0.1:1/grafana/v1/organizations/${id}/${path}`,
        secureJsonFields: { httpHeaderValue1: true },
      });
      expect(JSON.stringify(body)).not.toContain('og_');
    }
  });

  test('an editor and a viewer see every dashboard; ours are nobody’s to change, the project’s are the editor’s', async () => {
    const viewer = await makeMember(database.db, project.id, 'viewer');
    const orgId = await sync(project.id);
    const { uid = '' } = projectDashboards()[0] ?? {};
    const canSave = async (login: string) => {
      const { status, body } = await grafana.ask('GET', `/api/dashboards/uid/${uid}`, { orgId, as: login });
      expect(status).toBe(200);
      return (body as { meta: { canSave: boolean } }).meta.canSave;
    };
    expect([await canSave(project.owner.id), await canSave(viewer.id)]).toEqual([false, false]);
    const save = async (login: string, folderUid: string) => {
      const body = { dashboard: { title: `by ${login.slice(0, 4)}`, panels: [] }, folderUid };
      return (await grafana.ask('POST', '/api/dashboards/db', { orgId, as: login, body })).status;
    };
    expect([await save(project.owner.id, 'oriel-project'), await save(project.owner.id, 'oriel')]).toEqual([200, 403]);
    expect([await save(viewer.id, 'oriel-project'), await save(viewer.id, 'oriel')]).toEqual([403, 403]);
    const addSource = { name: 'x', type: 'prometheus', access: 'proxy', url: 'http://127.0.0.1:9' };
    expect(
      (await grafana.ask('POST', '/api/datasources', { orgId, as: project.owner.id, body: addSource })).status,
    ).toBe(403);
  });
});

describe('drift', () => {
  test('a member added by hand goes, one removed by hand comes back, a role changed by hand is changed back', async () => {
    const orgId = await sync(project.id);
    const viewer = await makeMember(database.db, project.id, 'viewer');
    await sync(project.id);
    const body = { login: 'mallory', name: 'M', email: 'm@example.com', password: randomUUID(), OrgId: orgId };
    await grafana.ask('POST', '/api/admin/users', { body });
    const owner = await userOf(project.owner.id);
    await grafana.ask('DELETE', `/api/orgs/${orgId}/users/${owner?.id}`);
    const other = await userOf(viewer.id);
    await grafana.ask('PATCH', `/api/orgs/${orgId}/users/${other?.id}`, { body: { role: 'Admin' } });
    expect((await writesOf(project.id)).length).toBeGreaterThan(2);
    const roles = await rolesIn(orgId);
    expect(roles).toMatchObject({ [project.owner.id]: 'Editor', [viewer.id]: 'Viewer' });
    expect(roles).not.toHaveProperty('mallory');
    // An account that Oriel did not make is not Oriel's to remove.
    expect(await userOf('mallory')).toBeDefined();
  });

  test.each([
    ['address', { url: 'http://evil.example.com' }],
    ['secret', { secureJsonData: { httpHeaderValue1: 'Bearer mine' } }],
    ['header', { jsonData: {} }],
  ])('a data source whose %s was changed by hand is changed back', async (_, change) => {
    const orgId = await sync(project.id);
    const path = '/api/datasources/uid/oriel-logs';
    const { body: before } = await grafana.ask('GET', path, { orgId });
    await grafana.ask('PUT', path, { orgId, body: { ...(before as object), ...change } });
    expect(await writesOf(project.id)).toEqual([`PUT ${path}`]);
    expect((await grafana.ask('GET', path, { orgId })).body).toMatchObject({
      url: (before as { url: string }).url,
      jsonData: (before as { jsonData: object }).jsonData,
    });
  });

  test('a data source, a folder and a dashboard that were removed are made again', async () => {
    const orgId = await sync(project.id);
    await grafana.ask('DELETE', '/api/datasources/uid/oriel-metrics', { orgId });
    await grafana.ask('DELETE', '/api/folders/oriel', { orgId });
    const writes = await writesOf(project.id);
    expect(writes).toEqual(
      expect.arrayContaining(['POST /api/datasources', 'POST /api/folders', 'POST /api/folders/oriel/permissions']),
    );
    expect(writes.filter((write) => write === 'POST /api/dashboards/db')).toHaveLength(projectDashboards().length);
  });

  test('a right that was given on a folder by hand is taken back, a title changed back', async () => {
    const orgId = await sync(project.id);
    const items = [{ role: 'Viewer', permission: 2 }];
    await grafana.ask('POST', '/api/folders/oriel/permissions', { orgId, body: { items } });
    await grafana.ask('PUT', '/api/folders/oriel-project', { orgId, body: { title: 'Mine', overwrite: true } });
    expect(await writesOf(project.id)).toEqual([
      'POST /api/folders/oriel/permissions',
      'PUT /api/folders/oriel-project',
    ]);
    const owner = await userOf(project.owner.id);
    const granted = [...items, { role: 'Editor', permission: 1 }, { userId: owner?.id, permission: 4 }];
    await grafana.ask('POST', '/api/folders/oriel/permissions', { orgId, body: { items: granted } });
    expect(await writesOf(project.id)).toEqual(['POST /api/folders/oriel/permissions']);
  });

  test('a dashboard of ours that was edited by hand is as before; one that people made stays as they made it', async () => {
    const orgId = await sync(project.id);
    const [ours] = projectDashboards();
    const path = `/api/dashboards/uid/${ours?.uid}`;
    const save = (dashboard: object, folderUid: string) =>
      grafana.ask('POST', '/api/dashboards/db', { orgId, body: { dashboard, folderUid, overwrite: true } });
    await save({ uid: ours?.uid, title: 'Broken', panels: [] }, 'oriel');
    await save({ uid: 'mine', title: 'Mine', panels: [] }, 'oriel-project');
    expect(await writesOf(project.id)).toEqual(['POST /api/dashboards/db']);
    expect((await grafana.ask('GET', path, { orgId })).body).toMatchObject({ dashboard: { title: ours?.title } });
    expect((await grafana.ask('GET', '/api/dashboards/uid/mine', { orgId })).body).toMatchObject({
      dashboard: { version: 1 },
    });
  });

  test('an organization that was renamed by hand is called as before; one that was deleted is made again', async () => {
    const before = await sync(project.id);
    await grafana.ask('PUT', `/api/orgs/${before}`, { body: { name: `By hand ${before}` } });
    expect(await writesOf(project.id)).toEqual([`PUT /api/orgs/${before}`]);
    await grafana.ask('DELETE', `/api/orgs/${before}`);
    const after = await sync(project.id);
    expect(after).not.toBe(before);
    expect(await rolesIn(after)).toHaveProperty(project.owner.id, 'Editor');
    expect(await writesOf(project.id)).toEqual([]);
  });
});
