import { describe, expect, it } from 'vitest';
import { publicOrigin } from './testing/gateway-under-test.ts';
import { sendRaw } from './testing/raw-http.ts';
import { errorOf, loki, postForm, prometheus, readWorld } from './testing/read-world.ts';
import { emptyResult } from './testing/recorder.ts';

const world = readWorld();

describe('an authorized read', () => {
  it('reaches the store under its own path, with the tenant and nothing else of the client', async () => {
    const response = await fetch(`${prometheus(world)}/query?query=up%7Ba%3D%22b%22%7D&time=1`, {
      headers: {
        ...world.anna.byToken,
        accept: 'application/json',
        'x-custom': '1',
        'user-agent': 'test',
        'x-scope-orgid': 'secret-org',
      },
    });
    expect([response.status, await response.text()]).toEqual([200, emptyResult]);
    expect(response.headers.get('x-request-id')).toMatch(/^[\w-]+$/);
    const [seen] = world.store.requests;
    expect(seen?.url).toBe('/prometheus/api/v1/query?query=up%7Ba%3D%22b%22%7D&time=1');
    expect(Object.keys(seen?.headers ?? {}).sort()).toEqual(['accept', 'accept-encoding', 'host', 'x-scope-orgid']);
    expect(seen?.headers['x-scope-orgid']).toBe('shop-org');
  });

  it('takes a form by POST and passes it on as it is', async () => {
    const response = await fetch(
      `${loki(world)}/query_range`,
      postForm({ query: '{a="b"} |= "ü"' }, { ...world.anna.bySession, origin: publicOrigin }),
    );
    expect(response.status).toBe(200);
    expect(world.store.requests).toMatchObject([
      { method: 'POST', url: '/loki/api/v1/query_range', body: 'query=%7Ba%3D%22b%22%7D+%7C%3D+%22%C3%BC%22' },
    ]);
  });

  it('passes bodies through in the coding the store chose', async () => {
    const compressed = Buffer.from('1f8b08000000000000034b4c4a06002a92e8200300', 'hex');
    world.store.answer = (_request, response) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        'set-cookie': 'a=b',
        server: 'x',
      });
      response.end(compressed);
    };
    const answer = await sendRaw(
      world.gateway.port,
      `GET /api/projects/shop/prometheus/api/v1/query HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${world.anna.token}\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toContain('content-encoding: gzip');
    expect(answer).toContain(compressed.toString('latin1'));
    expect(answer).not.toMatch(/set-cookie|^server:/im);
  });

  it.each([1_024, 100_000])('passes every byte of a body of known length as it is (%i)', async (length) => {
    const body = Buffer.from(Uint8Array.from({ length }, (_, index) => index % 256));
    world.store.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': body.length });
      response.end(body);
    };
    const response = await fetch(`${prometheus(world)}/query?query=up`, { headers: world.anna.byToken });
    expect(Buffer.from(await response.arrayBuffer()).equals(body)).toBe(true);
  });

  it('passes on errors of the store in its own words', async () => {
    world.store.answer = (_request, response) => {
      response.writeHead(400, { 'content-type': 'text/plain' });
      response.end('parse error at line 1, col 3: syntax error');
    };
    const response = await fetch(`${loki(world)}/query?query=%7B`, { headers: world.anna.byToken });
    expect([response.status, await response.text()]).toEqual([400, 'parse error at line 1, col 3: syntax error']);
  });
});

describe('who may read', () => {
  it.each([
    ['nothing', {}],
    ['an unknown session', { cookie: 'oriel.session=AAAA' }],
    ['a cookie of another name', { cookie: 'session=AAAA' }],
    ['an unknown token', { authorization: 'Bearer oriel_pat_AAAA' }],
    ['another scheme', { authorization: 'Basic b3JpZWw6b3JpZWw=' }],
  ])('refuses a request that shows %s', async (_what, headers) => {
    const error = await errorOf(await fetch(`${prometheus(world)}/query?query=up`, { headers }));
    expect(error).toMatchObject({ status: 401, errorType: 'unauthenticated' });
    expect(error.error).toMatch(/Sign in again/);
    expect(world.store.requests).toEqual([]);
  });

  it('never falls back from a useless token to the cookie', async () => {
    const headers = { ...world.anna.bySession, authorization: 'Bearer oriel_pat_AAAA' };
    expect((await fetch(`${prometheus(world)}/query?query=up`, { headers })).status).toBe(401);
  });

  it('does not say whether a project exists that one is not in', async () => {
    const [other, none] = await Promise.all(
      ['secret', 'no-such-project'].map(async (slug) =>
        errorOf(await fetch(`${prometheus(world, slug)}/query?query=up`, { headers: world.anna.byToken })),
      ),
    );
    expect(other).toEqual(none);
    expect(other?.status).toBe(404);
    expect(world.store.requests).toEqual([]);
  });

  it('says so when nothing of a project is stored anywhere yet', async () => {
    const error = await errorOf(
      await fetch(`${prometheus(world, 'empty')}/query?query=up`, { headers: world.anna.byToken }),
    );
    expect([error.status, error.error]).toEqual([404, expect.stringContaining('Register a cluster first')]);
  });
});

describe('requests from other sites', () => {
  it.each([
    ['another origin', { origin: 'http://evil.localhost:3000' }],
    ['our host in another scheme', { origin: 'https://oriel.localhost:3000' }],
    ['an opaque origin', { origin: 'null' }],
    ['no origin at all', {}],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
  ])('may not post by cookie: %s', async (_what, headers) => {
    const error = await errorOf(
      await fetch(
        `${loki(world)}/query`,
        postForm({ query: 'x' }, { ...world.anna.bySession, ...headers } as Record<string, string>),
      ),
    );
    expect([error.status, error.error]).toEqual([403, expect.stringContaining(publicOrigin)]);
    expect(world.store.requests).toEqual([]);
  });

  it('do not matter to programs that show a token', async () => {
    expect(
      (
        await fetch(
          `${loki(world)}/query`,
          postForm({ query: 'x' }, { ...world.anna.byToken, origin: 'http://elsewhere' }),
        )
      ).status,
    ).toBe(200);
  });

  it('are told of no origin that may read answers', async () => {
    const response = await fetch(`${prometheus(world)}/query?query=up`, {
      headers: { ...world.anna.byToken, origin: 'http://evil' },
    });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
