import { createDb } from '@oriel/db/client';
import { makeCluster } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, describe, expect, test } from 'vitest';
import { publicOrigin, testEnv } from '@/server/testing/test-env.ts';
import { makeWorld, type World } from '@/server/testing/world.ts';
import { clientOf } from './testing/client.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
beforeAll(async () => {
  world = await makeWorld(database.db);
});

const send = clientOf(() => database.db);
const as = (role: 'owner' | 'admin' | 'viewer' | 'stranger') => ({
  cookie: world.headers[role].get('cookie') ?? '',
  origin: publicOrigin,
});
const token = () => ({ authorization: world.headers.foreignToken.get('authorization') ?? '' });

describe('answers', () => {
  test('what the procedure answers, not to be cached, with the request id', async () => {
    const { status, headers, json } = await send('GET', `/projects/${world.own.slug}`, { headers: as('owner') });
    expect(status).toBe(200);
    expect(json).toMatchObject({ slug: world.own.slug, role: 'owner' });
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
  });

  test('201 for what is created and 204 where there is nothing to say', async () => {
    const slug = `made-${Date.now()}`;
    const body = { name: 'Made', slug, seedId: world.own.seedId };
    const created = await send('POST', '/projects', { body, headers: as('admin') });
    expect(created).toMatchObject({ status: 201, json: { slug } });
    const renamed = await send('PATCH', `/projects/${slug}`, { body: { name: 'Named' }, headers: as('admin') });
    expect(renamed).toMatchObject({ status: 204, text: '' });
    expect((await send('GET', `/projects/${slug}`, { headers: as('admin') })).json).toMatchObject({ name: 'Named' });
  });

  test('query strings as numbers and switches', async () => {
    const { status, json } = await send('GET', '/fleet?limit=1&descending=true&sort=name', { headers: as('owner') });
    expect(status).toBe(200);
    expect(json.rows).toHaveLength(1);
  });

  test('a list in pages, by an opaque cursor', async () => {
    await makeCluster(database.db, world.own);
    const path = `/projects/${world.own.slug}/clusters?limit=1`;
    const first = await send('GET', path, { headers: as('viewer') });
    expect(first.json.clusters).toHaveLength(1);
    const cursor = String(first.json.nextCursor);
    const second = await send('GET', `${path}&cursor=${cursor}`, { headers: as('viewer') });
    expect(second.json).toMatchObject({ clusters: [{ monitoringEnabled: expect.any(Boolean) }], nextCursor: null });
    expect(second.json.clusters).not.toEqual(first.json.clusters);
    const wrong = await send('GET', `${path}&cursor=nothing`, { headers: as('viewer') });
    expect(wrong).toMatchObject({ status: 400, json: { field: 'cursor' } });
    expect((await send('GET', path, { headers: as('stranger') })).status).toBe(404);
  });

  test('HEAD as GET without a body, OPTIONS with what is allowed', async () => {
    const head = await send('HEAD', '/me', { headers: as('owner') });
    expect(head).toMatchObject({ status: 200, text: '' });
    const options = await send('OPTIONS', '/projects');
    expect(options).toMatchObject({ status: 204, text: '' });
    expect(options.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
    expect(options.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('the document, to anybody', async () => {
    const { status, json } = await send('GET', '/openapi.json');
    expect(status).toBe(200);
    expect(json).toMatchObject({ openapi: '3.1.1' });
  });
});

describe('problems', () => {
  test('are as RFC 9457 says, and stable', async () => {
    const { status, headers, json } = await send('PATCH', `/projects/${world.own.slug}`, {
      body: { name: '' },
      headers: as('owner'),
    });
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('application/problem+json');
    const requestId = headers.get('x-request-id');
    expect(json).toEqual({
      type: 'urn:oriel:problem:bad_input',
      title: 'The request is not valid',
      status: 400,
      detail: 'Enter a name. (name)',
      instance: `urn:oriel:request:${requestId}`,
      code: 'bad_input',
      field: 'name',
      retryable: false,
      requestId,
    });
  });

  test.each([
    ['an unknown path', 'GET', '/nothing/here', {}, 404, 'not_found'],
    ['a trailing slash', 'GET', '/projects/', {}, 404, 'not_found'],
    ['a wrong method', 'PUT', '/projects', {}, 405, 'method_not_allowed'],
    ['nobody', 'GET', '/me', {}, 401, 'unauthenticated'],
    ['a body that is not JSON', 'POST', '/projects', { raw: '{' }, 400, 'bad_input'],
    ['a body that is a list', 'POST', '/projects', { raw: '[]' }, 400, 'bad_input'],
    ['another content type', 'POST', '/projects', { raw: 'a=b', type: 'text/plain' }, 415, 'unsupported_media_type'],
    ['a body that is too large', 'POST', '/projects', { raw: 'x'.repeat(1_100_000) }, 413, 'too_large'],
    ['a field nobody knows', 'POST', '/projects', { body: { nmae: 'x' } }, 400, 'bad_input'],
    ['a parameter nobody knows', 'GET', '/fleet?limitt=1', {}, 400, 'bad_input'],
    ['a parameter given twice', 'GET', '/fleet?limit=1&limit=2', {}, 400, 'bad_input'],
    ['a number that is none', 'GET', '/fleet?limit=many', { as: 'owner' as const }, 400, 'bad_input'],
    ['a broken escape', 'GET', '/projects/%E0%A4%A', {}, 400, 'bad_input'],
    ['a body where none is taken', 'DELETE', '/tokens/x', { body: {} }, 400, 'bad_input'],
  ])('%s', async (_what, method, path, { as: role, ...sent }: { as?: 'owner' } & object, status, code) => {
    const { headers, json, ...answer } = await send(method, path, {
      ...sent,
      headers: role === undefined ? {} : as(role),
    });
    expect({ status: answer.status, code: json.code }).toEqual({ status, code });
    expect(json.detail).toMatch(/\w.*\.$|\(\w+\)$/);
    if (status === 405) expect(headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
  });

  test('what is not theirs does not exist', async () => {
    const foreign = await send('GET', `/clusters/${world.cluster.id}`, { headers: as('stranger') });
    const missing = await send('GET', '/clusters/00000000-0000-4000-8000-000000000000', { headers: as('stranger') });
    expect(foreign.status).toBe(404);
    expect(foreign.json.detail).toBe(missing.json.detail);
  });

  test('a database that is away: 503, to be tried again', async () => {
    const db = createDb('postgresql://oriel:oriel@127.0.0.1:1/oriel');
    const { status, json } = await clientOf(() => db)('GET', '/me', { headers: as('owner') });
    expect(status).toBe(503);
    expect(json).toMatchObject({ code: 'unavailable', retryable: true });
    expect(JSON.stringify(json)).not.toContain('127.0.0.1');
  });
});

describe('changes', () => {
  const rename = () => `/projects/${world.own.slug}`;

  test.each([undefined, 'https://evil.example', 'null'])('by cookie are refused from origin %s', async (origin) => {
    const headers = { cookie: as('owner').cookie, ...(origin === undefined ? {} : { origin }) };
    expect((await send('PATCH', rename(), { body: { name: 'X' }, headers })).status).toBe(403);
  });

  test('by token need no origin', async () => {
    const path = `/projects/${world.other.slug}`;
    expect((await send('PATCH', path, { body: { name: 'By token' }, headers: token() })).status).toBe(204);
  });

  test('a path cannot be overruled by the body', async () => {
    const body = { name: 'X', project: world.other.slug };
    expect(await send('PATCH', rename(), { body, headers: as('owner') })).toMatchObject({
      status: 400,
      json: { field: 'project' },
    });
  });
});
