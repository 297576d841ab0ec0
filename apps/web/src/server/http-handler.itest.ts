import { createDb } from '@oriel/db/client';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, describe, expect, test } from 'vitest';
import { handleTrpc } from './http-handler.ts';
import { publicOrigin, testEnv } from './testing/test-env.ts';
import { makeWorld, type World } from './testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
beforeAll(async () => {
  world = await makeWorld(database.db);
});

interface Sent {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly db?: typeof database.db;
}

async function send(path: string, { body, headers = {}, db = database.db }: Sent = {}) {
  const request = new Request(`${publicOrigin}/api/trpc/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const answer = await handleTrpc(request, { db, publicOrigin, trustedHops: 1 });
  return { status: answer.status, headers: answer.headers, json: (await answer.json()) as Answer };
}

interface Answer {
  readonly result?: { readonly data: unknown };
  readonly error?: { readonly message: string; readonly data: Record<string, unknown> };
}

const cookieOf = (role: 'owner' | 'admin') => ({ cookie: world.headers[role].get('cookie') ?? '' });
const bearer = () => ({ authorization: world.headers.foreignToken.get('authorization') ?? '' });
const rename = () => ({ project: world.own.slug, name: 'Renamed' });

describe('answers', () => {
  test('data as it is, with the request id in a header', async () => {
    const { status, headers, json } = await send('session.me', {
      headers: { ...cookieOf('owner'), 'x-request-id': 'from-the-door' },
    });
    expect(status).toBe(200);
    expect(json.result?.data).toMatchObject({ user: { email: world.people.owner.email }, isPlatformAdmin: false });
    expect(headers.get('x-request-id')).toBe('from-the-door');
  });

  test('an error as code, sentence, field and request id, and nothing else', async () => {
    const { status, headers, json } = await send('projects.rename', {
      body: { ...rename(), name: '' },
      headers: { ...cookieOf('owner'), origin: publicOrigin },
    });
    expect(status).toBe(400);
    expect(json.error).toEqual({
      code: -32600,
      message: 'Enter a name. (name)',
      data: {
        code: 'bad_input',
        field: 'name',
        retryable: false,
        requestId: headers.get('x-request-id'),
        httpStatus: 400,
      },
    });
  });

  test('a request id that could forge a log line is replaced', async () => {
    const { headers } = await send('session.me', { headers: { 'x-request-id': 'short "} {' } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a database that is away as 503, worth another try, without its address', async () => {
    const db = createDb('postgresql://oriel:oriel@127.0.0.1:1/oriel');
    const { status, json } = await send('session.me', { headers: cookieOf('owner'), db });
    expect(status).toBe(503);
    expect(json.error?.data).toMatchObject({ code: 'unavailable', retryable: true });
    expect(JSON.stringify(json)).not.toContain('127.0.0.1');
  });

  test('an unknown procedure as 404', async () => {
    const { status, json } = await send('nothing.here', { headers: cookieOf('owner') });
    expect(status).toBe(404);
    expect(json.error?.data.code).toBe('not_found');
  });
});

describe('changes by cookie', () => {
  test.each([
    undefined,
    'https://evil.example',
    'http://grafana.oriel.localhost:3000',
    'null',
    `${publicOrigin}.evil.example`,
  ])('are refused from origin %s', async (origin) => {
    const headers = { ...cookieOf('owner'), ...(origin === undefined ? {} : { origin }) };
    const { status, json } = await send('projects.rename', { body: rename(), headers });
    expect(status).toBe(403);
    expect(json.error?.data.code).toBe('forbidden');
  });

  test('are taken from our own origin', async () => {
    const { status } = await send('projects.rename', {
      body: rename(),
      headers: { ...cookieOf('owner'), origin: publicOrigin },
    });
    expect(status).toBe(200);
  });

  test('are never taken by GET', async () => {
    const path = `projects.rename?input=${encodeURIComponent(JSON.stringify({ ...rename(), name: 'By GET' }))}`;
    const { status } = await send(path, { headers: { ...cookieOf('owner'), origin: publicOrigin } });
    expect(status).toBe(400);
    expect(await database.db.project.count({ where: { name: 'By GET' } })).toBe(0);
  });

  test('a door without a lock asks for our origin too', async () => {
    const body = { token: world.linkToken, password: 'a long enough password' };
    expect((await send('welcome.accept', { body })).status).toBe(403);
  });
});

describe('changes by token', () => {
  test('need no origin', async () => {
    const body = { project: world.other.slug, name: 'Renamed by token' };
    expect((await send('projects.rename', { body, headers: bearer() })).status).toBe(200);
  });

  test('a useless token does not fall back to the cookie beside it', async () => {
    const headers = { ...cookieOf('owner'), origin: publicOrigin, authorization: 'Bearer oriel_pat_unknown' };
    const { status, json } = await send('projects.rename', { body: rename(), headers });
    expect(status).toBe(401);
    expect(json.error?.message).toMatch(/^This token is unknown/);
  });
});

describe('limits', () => {
  const batchOf = (size: number) => `${Array(size).fill('session.me').join(',')}?batch=1&input=%7B%7D`;

  test('twenty calls in a batch are answered, twenty-one are refused as a whole', async () => {
    const full = await send(batchOf(20), { headers: cookieOf('owner') });
    expect(full.json).toHaveLength(20);
    const over = await send(batchOf(21), { headers: cookieOf('owner') });
    expect(over.status).toBe(400);
    expect(JSON.stringify(over.json)).not.toContain(world.people.owner.email);
  });

  test('a body of more than 1 MiB is refused, announced or not', async () => {
    const body = JSON.stringify({ ...rename(), name: 'x'.repeat(1024 * 1024) });
    const headers = { ...cookieOf('owner'), origin: publicOrigin };
    const announced = await send('projects.rename', {
      body,
      headers: { ...headers, 'content-length': String(body.length) },
    });
    expect(announced.status).toBe(413);
    expect(announced.json.error?.data.code).toBe('too_large');
    expect((await send('projects.rename', { body, headers })).status).toBe(413);
  });
});
