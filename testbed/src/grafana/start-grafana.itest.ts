import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../process/free-port.ts';
import { administrator } from './config.ts';
import { type GrafanaOptions, type RunningGrafana, startGrafana } from './start-grafana.ts';

const password = 'of-the-worker-alone';
const person = '7d0f5a3c-6a55-4a0e-9c39-0f6b8a1d2e11';
let options: GrafanaOptions;
let grafana: RunningGrafana;

beforeAll(async () => {
  options = {
    home: await mkdtemp(join(tmpdir(), 'oriel-grafana-')),
    port: await freePort(),
    adminPassword: password,
    publicOrigin: 'http://grafana.oriel.localhost:3000',
    controlOrigin: 'http://oriel.localhost:3000',
  };
  grafana = await startGrafana(options);
});

afterAll(async () => {
  await grafana?.stop();
  await rm(options.home, { recursive: true, force: true });
});

interface Call {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** Login that the proxy's header names. */
  readonly as?: string;
}

/** Not `fetch`: it takes the 407 with which Grafana refuses a header for a broken connection. */
function call(path: string, { method = 'GET', headers = {}, body, as }: Call = {}) {
  const more = { ...(body && { 'content-type': 'application/json' }), ...(as && { 'X-WEBAUTH-USER': as }) };
  const options = { method, headers: { ...headers, ...more }, agent: false };
  return new Promise<{ status: number; text: string; cookies: string[]; json: () => Record<string, unknown> }>(
    (resolve, reject) => {
      const sent = request(`${grafana.url}${path}`, options, async (response) => {
        const text = Buffer.concat(await response.toArray()).toString();
        const { statusCode = 0 } = response;
        const cookies = response.headers['set-cookie'] ?? [];
        resolve({ status: statusCode, text, cookies, json: () => JSON.parse(text) as Record<string, unknown> });
      });
      sent.on('error', reject).end(body);
    },
  );
}

const basic = `Basic ${Buffer.from(`${administrator}:${password}`).toString('base64')}`;
const administer = (path: string, method = 'GET', body?: object) =>
  call(path, { method, headers: { authorization: basic }, ...(body && { body: JSON.stringify(body) }) });

test('it says which release it is: one that Oriel is written for', async () => {
  const { version, database } = (await call('/api/health')).json();
  expect(database).toBe('ok');
  expect(version).toMatch(/^1[0-3]\.\d+\.\d+/);
});

describe('who gets in', () => {
  test('nobody without the header, and no page either', async () => {
    expect((await call('/api/user')).status).toBe(401);
    expect((await call('/api/search')).status).toBe(401);
    expect((await call('/')).status).toBe(302);
  });

  test('nobody whom the worker has not made, and nobody is made by asking', async () => {
    expect([401, 407]).toContain((await call('/api/user', { as: person })).status);
    expect((await administer(`/api/users/lookup?loginOrEmail=${person}`)).status).toBe(404);
  });

  test('nobody by the form, also with the right password', async () => {
    const body = JSON.stringify({ user: administrator, password });
    expect((await call('/login', { method: 'POST', body })).status).toBe(401);
  });

  test('nobody signs up', async () => {
    const body = JSON.stringify({ email: 'a@example.com', username: 'a', password: 'a-long-enough-one' });
    expect((await call('/api/user/signup', { method: 'POST', body })).status).toBeGreaterThanOrEqual(401);
  });
});

describe('a person whom the worker has made', () => {
  let id: unknown;

  beforeAll(async () => {
    const made = await administer('/api/admin/users', 'POST', {
      name: 'Ada',
      login: person,
      email: 'ada@example.com',
      password: 'never-used-by-anybody',
      OrgId: 1,
    });
    expect(made.status).toBe(200);
    id = made.json().id;
  });

  test('gets in by the header, without a cookie, as what the worker says', async () => {
    const forged = { 'X-WEBAUTH-ROLE': 'Admin', 'X-WEBAUTH-GROUPS': 'admins' };
    const { json, cookies } = await call('/api/user', { as: person, headers: forged });
    expect(json()).toMatchObject({ id, login: person, isGrafanaAdmin: false });
    expect(cookies.filter((cookie) => /session/.test(cookie))).toEqual([]);
    const [organization] = (await call('/api/user/orgs', { as: person })).json() as unknown as { role: string }[];
    expect(organization?.role).toBe('Viewer');
  });

  test('gets the name that the worker sends along', async () => {
    const named = { 'X-WEBAUTH-NAME': 'Ada Lovelace', 'X-WEBAUTH-EMAIL': 'ada@example.org' };
    await call('/api/user', { as: person, headers: named });
    expect((await call('/api/user', { as: person })).json()).toMatchObject({
      name: 'Ada Lovelace',
      email: 'ada@example.org',
    });
  });

  test('makes no organization and adds no data source', async () => {
    const organization = JSON.stringify({ name: 'Mine' });
    expect((await call('/api/orgs', { as: person, method: 'POST', body: organization })).status).toBe(403);
    const source = JSON.stringify({ name: 'x', type: 'loki', url: 'http://127.0.0.1:1', access: 'proxy' });
    expect((await call('/api/datasources', { as: person, method: 'POST', body: source })).status).toBe(403);
  });

  test('loses a role and then the way in at once, whatever was remembered of them', async () => {
    await administer(`/api/orgs/1/users/${id}`, 'PATCH', { role: 'Editor' });
    await expect
      .poll(async () => (await call('/api/user/orgs', { as: person })).json(), { timeout: 6_000 })
      .toMatchObject([{ role: 'Editor' }]);
    await administer(`/api/admin/users/${id}`, 'DELETE');
    await expect.poll(async () => (await call('/api/user', { as: person })).status, { timeout: 6_000 }).not.toBe(200);
  });
});

describe('what would show data past the gateway', () => {
  test('pages are told that it is off', async () => {
    const settings = (await administer('/api/frontend/settings')).json();
    expect(settings).toMatchObject({ unifiedAlertingEnabled: false, alertingEnabled: false, liveEnabled: false });
    expect(settings.featureToggles).not.toHaveProperty('publicDashboards', true);
  });

  test('no public dashboards', async () => {
    await administer('/api/dashboards/db', 'POST', { dashboard: { uid: 'shown', title: 'Shown', panels: [] } });
    const made = await administer('/api/dashboards/uid/shown/public-dashboards', 'POST', { isEnabled: true });
    expect(made.status).toBe(404);
    expect((await call('/api/public/dashboards/0123456789abcdef0123456789abcdef')).status).not.toBe(200);
  });

  test('no snapshots', async () => {
    const body = { dashboard: { title: 'Shown', panels: [] }, external: true };
    expect((await administer('/api/snapshots', 'POST', body)).status).toBeGreaterThanOrEqual(400);
  });

  test('no alerting of its own', async () => {
    expect((await administer('/api/ruler/grafana/api/v1/rules')).status).toBe(404);
    expect((await administer('/api/v1/provisioning/contact-points')).status).toBe(404);
  });

  test('a live connection is ended as soon as it says what it is', async () => {
    const address = `${grafana.url.replace('http', 'ws')}/api/live/ws`;
    const socket = new WebSocket(address, { headers: { authorization: basic, origin: options.publicOrigin } });
    const closed = new Promise((resolve) => {
      socket.addEventListener('close', resolve);
      socket.addEventListener('error', resolve);
    });
    socket.addEventListener('open', () => socket.send('{"connect":{},"id":1}'));
    await expect(closed).resolves.toBeDefined();
    expect(socket.readyState).not.toBe(WebSocket.OPEN);
  });
});

test('a second start finds what was there', async () => {
  await administer('/api/orgs', 'POST', { name: 'Shop (0a1b2c3d)' });
  await grafana.stop();
  grafana = await startGrafana(options);
  expect((await administer('/api/orgs')).text).toContain('Shop (0a1b2c3d)');
});
