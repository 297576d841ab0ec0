import { describe, expect, it } from 'vitest';
import { sendRaw } from './testing/raw-http.ts';
import { errorOf, loki, postForm, prometheus, readWorld } from './testing/read-world.ts';

const world = readWorld();

describe('forged requests', () => {
  it.each([
    ['another tenant', { 'X-Scope-OrgID': 'secret-org' }],
    ['two tenants', { 'X-Scope-OrgID': 'shop-org|secret-org' }],
    ['no tenant, by Connection', { Connection: 'X-Scope-OrgID, keep-alive' }],
    ['an auth proxy’s user', { 'X-WEBAUTH-USER': 'admin' }],
    ['a label policy', { 'X-Prom-Label-Policy': 'secret:{}' }],
    ['a forwarded address', { 'X-Forwarded-For': '127.0.0.1', 'X-Forwarded-Host': 'evil' }],
  ])('that ask for %s reach the store as the person’s own', async (_what, forged) => {
    const lines = Object.entries({
      Host: 'x',
      Authorization: world.anna.byToken.authorization,
      ...forged,
      'X-Last': '1',
    });
    const head = lines.map(([name, value]) => `${name}: ${value}`).join('\r\n');
    await sendRaw(
      world.gateway.port,
      `GET /api/projects/shop/loki/api/v1/labels HTTP/1.1\r\n${head}\r\nConnection: close\r\n\r\n`,
    );
    expect(world.store.requests.map(({ headers }) => headers)).toEqual([
      { host: expect.any(String), 'x-scope-orgid': 'shop-org' },
    ]);
  });

  it('with two credentials are refused', async () => {
    const answer = await sendRaw(
      world.gateway.port,
      `GET /api/projects/shop/loki/api/v1/labels HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer oriel_pat_A\r\nAuthorization: ${world.anna.byToken.authorization}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    expect(world.store.requests).toEqual([]);
  });
});

describe('paths', () => {
  const tricks = [
    '/api/projects/shop/prometheus/api/v1/../../../../secret/prometheus/api/v1/query',
    '/api/projects/secret/../shop/loki/api/v1/labels',
    '/api/projects/shop/loki/api/v1/label/%2e%2e/values',
    '/api/projects/shop/loki//api/v1/labels',
    '//api/projects/shop/loki/api/v1/labels',
    '/api/projects/shop/loki/api/v1/labels%2f',
    '/api/projects/shop%2floki/api/v1/labels',
    '/api/projects/shop/loki/api/v1/%6cabels',
    '/api/projects/shop/loki/api/v1/push',
    '/api/projects/shop/loki/api/v1/delete?query={a="b"}',
    '/api/projects/shop/loki/loki/api/v1/labels',
    '/api/projects/shop/prometheus/api/v1/admin/tsdb/snapshot',
    '/api/projects/shop/prometheus/config/v1/rules',
    '/api/projects/shop/prometheus/../../prometheus/api/v1/query',
    '/api/projects/shop|secret/loki/api/v1/labels',
    '/api/projects/shop;x/loki/api/v1/labels',
    '/api/projects/shop/loki/api/v1/labels;x',
    '/api/projects/shop\\loki\\api\\v1\\labels',
    'http://127.0.0.1/api/projects/shop/loki/api/v1/labels',
    '*',
  ];

  it.each(tricks)('%s reaches no store', async (path) => {
    const answer = await sendRaw(
      world.gateway.port,
      `GET ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: ${world.anna.byToken.authorization}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 (400|404|503)/);
    expect(world.store.requests).toEqual([]);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY'])('%s is not read', async (method) => {
    await sendRaw(
      world.gateway.port,
      `${method} /api/projects/shop/loki/api/v1/labels HTTP/1.1\r\nHost: x\r\nAuthorization: ${world.anna.byToken.authorization}\r\nConnection: close\r\n\r\n`,
    );
    expect(world.store.requests).toEqual([]);
  });

  it('a POST to a call without a form is not read', async () => {
    const error = await errorOf(await fetch(`${prometheus(world)}/metadata`, postForm({}, world.anna.byToken)));
    expect([error.status, error.errorType]).toEqual([400, 'bad_input']);
  });

  it('a body smuggled behind a GET is refused', async () => {
    await sendRaw(
      world.gateway.port,
      `GET /api/projects/shop/loki/api/v1/labels HTTP/1.1\r\nHost: x\r\nAuthorization: ${world.anna.byToken.authorization}\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello`,
    );
    expect(world.store.requests).toEqual([]);
  });
});

describe('limits', () => {
  it('refuses a range of ten years with a sentence that names the limit', async () => {
    const start = String(Date.now() / 1000 - 87_600 * 3600);
    for (const request of [
      fetch(`${loki(world)}/query_range?query=x&start=${start}`, { headers: world.anna.byToken }),
      fetch(`${loki(world)}/query_range`, postForm({ query: 'x', start }, world.anna.byToken)),
    ]) {
      const error = await errorOf(await request);
      expect(error).toMatchObject({ status: 400, errorType: 'bad_input' });
      expect(error.error).toMatch(/limit: 721h.*30 days/);
    }
    expect(world.store.requests).toEqual([]);
  });

  it('refuses more than 5,000 lines at once', async () => {
    const error = await errorOf(
      await fetch(`${loki(world)}/query_range?query=x&limit=5001`, { headers: world.anna.byToken }),
    );
    expect([error.status, error.error]).toEqual([400, expect.stringContaining('5000 lines')]);
  });

  it('refuses a form of more than 1 MiB', async () => {
    const error = await errorOf(
      await fetch(`${loki(world)}/query`, postForm({ query: 'x'.repeat(1_100_000) }, world.anna.byToken)),
    );
    expect([error.status, error.errorType]).toEqual([413, 'too_large']);
    expect(world.store.requests).toEqual([]);
  });

  it('refuses other bodies than forms', async () => {
    const response = await fetch(`${loki(world)}/query`, {
      method: 'POST',
      headers: { ...world.anna.byToken, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(response.status).toBe(400);
  });
});
