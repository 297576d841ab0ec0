import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { closePools } from '../pools.ts';
import { GrafanaConnection } from './connection.ts';
import { readDashboard, saveDashboard } from './dashboards.ts';
import { readDataSource } from './data-sources.ts';
import { readFolder } from './folders.ts';
import { parseVersion, readHealth } from './health.ts';
import { makeOrganization, readOrganization } from './organizations.ts';
import { orgUsers, updateUser } from './people.ts';

// What Grafana 10 to 13 answer where they differ, by their documentation, release notes and sources. The version that
// the tests run is asked itself in apps/worker/src/grafana/sync.itest.ts.

type Answer = readonly [status: number, body: unknown];
let server: Server | undefined;
let asked: { method: string; path: string; headers: Record<string, unknown>; body: string }[] = [];

afterEach(async () => {
  await closePools();
  server?.close();
  asked = [];
});

/** A Grafana that gives these answers, by method and path. */
async function grafanaThat(answers: Readonly<Record<string, Answer>>, timeoutMs = 2_000): Promise<GrafanaConnection> {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', url = '', headers } = request;
    asked.push({ method, path: url, headers, body });
    const [status, answer] = answers[`${method} ${url}`] ?? [404, { message: 'Not found' }];
    if (status === 0) return;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sub/`;
  return new GrafanaConnection({ url, password: 'p', timeoutMs });
}

describe('the version', () => {
  test.each([
    ['10.0.0-pre', 10, false],
    ['10.4.19+security-01', 10, false],
    ['11.6.0', 11, false],
    ['12.4.0-20260101', 12, false],
    ['13.1.0', 13, false],
    ['14.0.0', 14, true],
  ])('"%s" is one to work with', (text, major, unknown) => {
    expect(parseVersion(text)).toEqual({ text, major, unknown });
  });

  test.each(['9.5.2', '', 'unknown'])('"%s" is refused, with what to do', (text) => {
    expect(() => parseVersion(text)).toThrow('Oriel works with 10 to 13: update Grafana.');
  });

  test('comes from /api/health, below the path that Grafana is served from', async () => {
    const health = { database: 'ok', version: '12.0.0', commit: 'x' };
    const grafana = await grafanaThat({ 'GET /sub/api/health': [200, health] });
    expect(await readHealth(grafana)).toMatchObject({ major: 12 });
  });

  test('a database that is away is said so, not taken for an answer', async () => {
    const grafana = await grafanaThat({ 'GET /sub/api/health': [503, { database: 'failing', version: '12.0.0' }] });
    await expect(readHealth(grafana)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('where versions differ', () => {
  test('an organization that is gone: 404, or 403 of whoever has no rights in it', async () => {
    const grafana = await grafanaThat({
      'GET /sub/api/orgs/5': [404, { message: 'Organization not found' }],
      'GET /sub/api/orgs/6': [403, { message: 'You’ll need additional permissions' }],
      'GET /sub/api/orgs/7': [200, { id: 7, name: 'Shop', address: {} }],
    });
    expect(await Promise.all([5, 6, 7].map((id) => readOrganization(grafana, id)))).toEqual([
      undefined,
      undefined,
      { id: 7, name: 'Shop' },
    ]);
  });

  test('a name that is taken is an answer, no failure', async () => {
    const grafana = await grafanaThat({ 'POST /sub/api/orgs': [409, { message: 'Organization name taken' }] });
    expect(await makeOrganization(grafana, 'Shop')).toBeUndefined();
  });

  test('members: 10 has no name where none was given, later ones say more than is read', async () => {
    const user = { orgId: 2, userId: 3, login: 'anna', email: 'a@example.com', role: 'Viewer' };
    const later = { ...user, name: 'Anna', uid: 'u3', isProvisioned: false, authLabels: ['Auth Proxy'] };
    const grafana = await grafanaThat({ 'GET /sub/api/orgs/2/users': [200, [user, later]] });
    const known = { id: 3, login: 'anna', email: 'a@example.com', role: 'Viewer' };
    expect(await orgUsers(grafana, 2)).toEqual([
      { ...known, name: '' },
      { ...known, name: 'Anna' },
    ]);
  });

  test('somebody the proxy has signed in before is renamed as the proxy would (403 from 9.3 on)', async () => {
    const grafana = await grafanaThat({
      'PUT /sub/api/users/3': [403, { message: 'User info cannot be updated for external Users' }],
      'GET /sub/api/user': [200, {}],
      'GET /sub/api/users/3': [200, { name: 'Änne', email: 'a@example.com' }],
    });
    const user = { login: 'u-3', name: 'Änne', email: 'a@example.com' };
    expect(await updateUser(grafana, 3, user)).toEqual({ name: 'Änne', email: 'a@example.com' });
    const [, asPerson] = asked;
    expect(asPerson?.headers).toMatchObject({ 'x-webauth-user': 'u-3', 'x-webauth-email': 'a@example.com' });
    expect(Buffer.from(String(asPerson?.headers['x-webauth-name']), 'latin1').toString()).toBe('Änne');
    expect(asPerson?.headers).not.toHaveProperty('authorization');
  });

  test('data sources are asked by uid, which 13 does too', async () => {
    const found = { id: 1, uid: 'oriel-logs', url: 'http://g', version: 4, apiVersion: 'v0alpha1' };
    const grafana = await grafanaThat({ 'GET /sub/api/datasources/uid/oriel-logs': [200, found] });
    expect(await readDataSource(grafana, 2, 'oriel-logs')).toEqual({ url: 'http://g', version: 4 });
    expect(asked[0]?.headers['x-grafana-org-id']).toBe('2');
  });

  test('rights of a folder: administrators are in no list of 10, and in some of later ones; inherited ones are not its own', async () => {
    const rights = [
      { userLogin: 'oriel', permission: 4, inherited: false },
      { role: 'Admin', permission: 4 },
      { role: 'Viewer', permission: 1, userLogin: '' },
      { role: 'Editor', permission: 2, inherited: true },
    ];
    const folder = { uid: 'oriel', title: 'Oriel', version: 2, parentUid: '' };
    const path = '/sub/api/folders/oriel';
    const grafana = await grafanaThat({ [`GET ${path}`]: [200, folder], [`GET ${path}/permissions`]: [200, rights] });
    expect(await readFolder(grafana, 2, 'oriel')).toEqual({
      title: 'Oriel',
      version: 2,
      permissions: [{ role: 'Viewer', permission: 1 }],
      hasOthers: false,
    });
  });

  test('a dashboard that somebody saved in the form of 12 (406) is overwritten; any other only by its version', async () => {
    const grafana = await grafanaThat({
      'GET /sub/api/dashboards/uid/op-a': [406, { message: 'dashboard api version not supported' }],
      'POST /sub/api/dashboards/db': [200, { uid: 'op-a', version: 9, status: 'success' }],
    });
    const found = await readDashboard(grafana, 2, 'op-a');
    const dashboard = { uid: 'op-a', title: 'A', folderUid: 'oriel', model: { panels: [] } };
    await saveDashboard(grafana, 2, { ...dashboard, version: found?.version ?? 0 });
    await saveDashboard(grafana, 2, { ...dashboard, version: 8 });
    const sent = asked.slice(1).map(({ body }) => JSON.parse(body) as { overwrite: boolean; dashboard: object });
    expect(sent.map(({ overwrite }) => overwrite)).toEqual([true, false]);
    expect(sent[1]?.dashboard).toMatchObject({ id: null, uid: 'op-a', version: 8 });
  });

  test.each([
    ['name-exists', 'Another dashboard of this folder is called "A".', false],
    ['version-mismatch', 'Somebody changed the dashboard "A"', true],
  ])('a save that is refused with "%s" is explained', async (status, message, retryable) => {
    const grafana = await grafanaThat({ 'POST /sub/api/dashboards/db': [412, { status, message: 'x' }] });
    const save = saveDashboard(grafana, 2, { uid: 'op-a', title: 'A', folderUid: '', model: {} });
    await expect(save).rejects.toMatchObject({ message: expect.stringContaining(message), retryable });
  });
});

describe('a Grafana in trouble', () => {
  test.each([
    [401, { message: 'Invalid username or password' }, 'upstream_failed', 'ORIEL_GRAFANA_ADMIN_PASSWORD_FILE'],
    [500, { message: 'database is locked' }, 'upstream_failed', 'database is locked (status 500)'],
    [502, '<html>', 'unavailable', 'it gave no reason (status 502)'],
    [200, { surprise: true }, 'upstream_failed', 'in a form that Oriel does not know'],
  ])('%i is explained', async (status, body, code, sentence) => {
    const grafana = await grafanaThat({ 'GET /sub/api/orgs/2/users': [status, body] });
    await expect(orgUsers(grafana, 2)).rejects.toMatchObject({ code, message: expect.stringContaining(sentence) });
  });

  test('one that does not answer is given up in time, one that is gone at once', async () => {
    const slow = await grafanaThat({ 'GET /sub/api/orgs/2/users': [0, null] }, 100);
    await expect(orgUsers(slow, 2)).rejects.toMatchObject({ code: 'timed_out' });
    const gone = new GrafanaConnection({ url: 'http://127.0.0.1:1', password: 'p' });
    await expect(orgUsers(gone, 2)).rejects.toMatchObject({
      code: 'unavailable',
      message: 'Grafana cannot be reached (ECONNREFUSED).',
    });
  });
});
