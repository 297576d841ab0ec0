import { issueGrafanaTicket } from '@oriel/db/grafana-sign-in';
import { describe, expect, it } from 'vitest';
import { askAtHost } from '../testing/at-host.ts';
import { grafanaOrigin, grafanaWorld, openGrafana } from '../testing/grafana-world.ts';
import type { TestPerson } from '../testing/rows.ts';

// Grafana is a recorder: for what reaches it and what does not. e2e/security has the real one.

const world = grafanaWorld();

const { host } = new URL(grafanaOrigin);

function ask(
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: object; body?: string },
) {
  return askAtHost({
    port: world.gateway.port,
    path,
    method,
    headers: { host, ...headers },
    ...(body ? { body } : {}),
  });
}

describe('Grafana’s origin', () => {
  it('shows nothing to whoever has no cookie of its own', async () => {
    for (const headers of [{}, world.anna.bySession, world.anna.byToken, { cookie: 'oriel_grafana=x' }]) {
      const answer = await ask('/api/search?orgId=7', { headers });
      expect([answer.status, JSON.parse(answer.text).errorType]).toEqual([401, 'unauthenticated']);
    }
    expect(world.grafana.requests).toEqual([]);
  });

  it('tells Grafana who asks and for which organization, whatever the client says', async () => {
    const cookie = await openGrafana(world.db, world.anna);
    const forged = {
      'x-webauth-user': 'admin',
      'x-grafana-user': 'admin',
      'x-ds-authorization': world.bank.authorization,
      authorization: 'Basic b3JpZWw6',
      connection: 'x-webauth-user',
    };
    const answer = await ask('/api/search?query=a', { headers: { ...forged, cookie, 'x-grafana-org-id': '7' } });
    expect([answer.status, answer.headers['set-cookie']]).toEqual([200, undefined]);
    expect(world.grafana.requests).toHaveLength(1);
    expect(world.grafana.requests[0]).toMatchObject({ method: 'GET', url: '/api/search?query=a' });
    expect(world.grafana.requests[0]?.headers).toEqual({
      host,
      connection: 'keep-alive',
      'x-webauth-user': world.anna.userId,
      'x-grafana-org-id': '7',
    });
  });

  it('lets nobody into an organization whose project they do not read', async () => {
    const cookie = await openGrafana(world.db, world.anna);
    for (const org of ['8', '1', '999']) {
      expect((await ask('/api/search', { headers: { cookie, 'x-grafana-org-id': org } })).status).toBe(404);
      expect((await ask(`/?orgId=${org}`, { headers: { cookie } })).status).toBe(404);
      expect((await ask('/', { headers: { cookie: `${cookie}; oriel_grafana_org=${org}` } })).status).toBe(404);
    }
    const path = '/apis/dashboard.grafana.app/v1/namespaces/org-8/dashboards/a';
    expect((await ask(path, { headers: { cookie, 'x-grafana-org-id': '7' } })).status).toBe(404);
    expect((await ask(path.replace('8', '7'), { headers: { cookie, 'x-grafana-org-id': '7' } })).status).toBe(200);
    expect(world.grafana.requests).toHaveLength(1);
  });

  it('lets those change dashboards who edit the whole project, from its own pages', async () => {
    const save = async (person: TestPerson, origin: string | undefined) => {
      const cookie = await openGrafana(world.db, person);
      const headers = {
        cookie,
        'x-grafana-org-id': '7',
        'content-type': 'application/json',
        ...(origin && { origin }),
      };
      return (await ask('/api/dashboards/db', { method: 'POST', headers, body: '{"a":1}' })).status;
    };
    expect(await save(world.anna, grafanaOrigin)).toBe(200);
    expect(world.grafana.requests[0]).toMatchObject({
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await save(world.vera, grafanaOrigin)).toBe(403);
    expect(await save(world.nora, grafanaOrigin)).toBe(403);
    expect(await save(world.anna, 'http://oriel.localhost:3000')).toBe(403);
    expect(await save(world.anna, undefined)).toBe(403);
    expect(world.grafana.requests).toHaveLength(1);
  });

  it('has it stand in the audit trail who changed what, once Grafana has done it', async () => {
    const cookie = await openGrafana(world.db, world.anna);
    const headers = { cookie, 'x-grafana-org-id': '7', 'content-type': 'application/json', origin: grafanaOrigin };
    const uid = `u${Date.now()}`;
    const save = () =>
      ask('/api/dashboards/db?x=1', {
        method: 'POST',
        headers,
        body: JSON.stringify({ dashboard: { uid, title: 'Orders' } }),
      });
    world.grafana.answer = (_request, response) => response.writeHead(412).end('{}');
    expect((await save()).status).toBe(412);
    world.grafana.answer = (_request, response) => response.end('{}');
    expect((await save()).status).toBe(200);
    const entries = () => world.db.auditEntry.findMany({ where: { targetId: uid } });
    await expect.poll(async () => (await entries()).length).toBe(1);
    expect(await entries()).toMatchObject([
      {
        ...{ action: 'grafana.change', targetType: 'dashboard', projectId: world.shopId },
        ...{ actorId: world.anna.userId, credential: 'session' },
        after: { method: 'POST', path: '/api/dashboards/db', title: 'Orders' },
      },
    ]);
  });

  it('names only the organization that is open', async () => {
    const headers = { cookie: await openGrafana(world.db, world.vera), 'x-grafana-org-id': '7' };
    const orgs = JSON.parse((await ask('/api/user/orgs', { headers })).text);
    expect(orgs).toEqual([{ orgId: 7, name: expect.stringContaining('shop'), role: 'Viewer' }]);
    expect(world.grafana.requests).toEqual([]);
  });

  it('sends the browser nowhere else, and explains where Grafana does not know somebody yet', async () => {
    const headers = { cookie: await openGrafana(world.db, world.vera), accept: 'text/html' };
    for (const location of ['/login', 'http://evil.example/']) {
      world.grafana.answer = (_request, response) => response.writeHead(302, { location }).end('x');
      const answer = await ask('/?orgId=7', { headers });
      expect([answer.status, answer.headers.location]).toEqual([503, undefined]);
      expect(answer.text).toContain('is being made');
      expect(answer.headers['content-security-policy']).toContain('frame-ancestors http://oriel.localhost:3000');
    }
    world.grafana.answer = (_request, response) => response.writeHead(302, { location: '/d/a?orgId=7' }).end();
    expect((await ask('/?orgId=7', { headers })).headers.location).toBe('/d/a?orgId=7');
  });

  it('opens no other protocol', async () => {
    const headers = { cookie: await openGrafana(world.db, world.anna), connection: 'Upgrade', upgrade: 'websocket' };
    for (const path of ['/api/live/ws', '/api/projects/shop/loki/api/v1/tail?query={a="b"}']) {
      expect((await ask(path, { headers })).status).toBe(404);
    }
    expect(world.grafana.requests).toEqual([]);
  });
});

describe('the way in', () => {
  async function enter(to: string, headers: object = {}, ticket?: string) {
    const query = new URLSearchParams({
      ticket: ticket ?? (await issueGrafanaTicket(world.db, world.anna.sessionId)),
      to,
    });
    return ask(`/oriel/enter?${query}`, { headers });
  }
  const isMember = () => {
    world.grafana.answer = (_request, response) => response.end('[{"orgId":7,"name":"Shop","role":"Editor"}]');
  };

  it('sets the cookie once and goes on to the page', async () => {
    isMember();
    const ticket = await issueGrafanaTicket(world.db, world.anna.sessionId);
    const answer = await enter('/d/a?kiosk&orgId=7', {}, ticket);
    expect([answer.status, answer.headers.location]).toEqual([303, '/d/a?kiosk&orgId=7']);
    expect(answer.headers['set-cookie']).toEqual([
      'oriel_grafana_org=7; Path=/; HttpOnly; SameSite=Lax',
      expect.stringMatching(/^oriel_grafana=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect((await enter('/d/a?orgId=7', {}, ticket)).status).toBe(401);
    const [cookie] = answer.headers['set-cookie']?.[1]?.split(';') ?? [];
    expect((await ask('/api/search?orgId=7', { headers: { cookie } })).status).toBe(200);
  });

  it.each([
    'http://evil.example/?orgId=7',
    '//evil.example/?orgId=7',
    '/a/../b?orgId=7',
    '/login?orgId=7',
    '/oriel/enter?orgId=7',
    '/api/search?orgId=7',
    '/d/a',
    '/d/a?orgId=7&orgId=8',
  ])('leads not to %s', async (to) => {
    isMember();
    const answer = await enter(to);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.location).toBeUndefined();
  });

  it('is closed to links on other sites, and to organizations of others', async () => {
    isMember();
    expect((await enter('/?orgId=7', { 'sec-fetch-site': 'cross-site' })).status).toBe(401);
    const others = await enter('/?orgId=8');
    expect([others.status, others.headers['set-cookie']]).toEqual([404, undefined]);
  });

  it('waits until Grafana knows the member', async () => {
    let asked = 0;
    world.grafana.answer = (_request, response) => {
      asked += 1;
      if (asked < 3) response.writeHead(401).end('{}');
      else response.end('[{"orgId":7}]');
    };
    expect((await enter('/?orgId=7')).status).toBe(303);
    expect(asked).toBe(3);
  });
});
