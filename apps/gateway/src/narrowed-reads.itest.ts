import { describe, expect, it } from 'vitest';
import { openCalls } from './route.ts';
import { publicOrigin } from './testing/gateway-under-test.ts';
import { errorOf, loki, postForm, prometheus, readWorld } from './testing/read-world.ts';

const world = readWorld();
const inReach = 'cluster="near",namespace=~"cart|pay"';

/** Every call that is open, as clients address it. */
const everyCall = [
  ...[...openCalls.metrics.keys(), '/api/v1/label/pod/values'].map((path) => ['metrics', path] as const),
  ...[...openCalls.logs.keys(), '/loki/api/v1/label/pod/values'].map((path) => ['logs', path] as const),
];

function addressOf(store: 'metrics' | 'logs', path: string): string {
  const below = store === 'metrics' ? `prometheus${path}` : `loki${path.replace(/^\/loki/, '')}`;
  return `${world.gateway.origin}/api/projects/shop/${below}`;
}

const paramsOf = ({ url, body }: { url: string; body: string }) =>
  new URLSearchParams(body === '' ? url.split('?')[1] : body);

const everything = new URLSearchParams({ query: '{app="api"}', 'match[]': '{app="api"}', 'X-Scope-OrgID': 'secret' });

describe('somebody who may read a part of a project', () => {
  it.each(everyCall)('asks %s for %s narrowed, or is given a filtered answer', async (store, path) => {
    const names = JSON.stringify({ status: 'success', data: ['in_reach'] });
    const labels = { cluster: 'far', namespace: 'pay' };
    const outside = JSON.stringify({
      status: 'success',
      data: {
        out_of_reach: [{ help: 'secret' }],
        in_reach: [{ help: 'mine' }],
        alerts: [{ labels, annotations: { text: 'secret' } }],
        groups: [{ name: 'g', rules: [{ name: 'secret', query: 'up', labels, annotations: {}, alerts: [] }] }],
      },
    });
    world.store.answer = (request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(request.url?.includes('__name__') ? names : outside);
    };
    const response = await fetch(`${addressOf(store, path)}?${everything}`, { headers: world.nora.byToken });
    const text = await response.text();
    expect([response.status, text]).toEqual([200, expect.any(String)]);
    expect(world.store.requests.length).toBeGreaterThan(0);
    for (const seen of world.store.requests) {
      expect(seen.headers['x-scope-orgid']).toBe('shop-org');
      const params = paramsOf(seen);
      expect(params.has('X-Scope-OrgID')).toBe(false);
      for (const name of ['query', 'match[]']) {
        for (const value of params.getAll(name)) {
          if (!path.endsWith('/format_query')) expect(value).toContain(inReach);
        }
      }
    }
    const isNarrowed = world.store.requests.some((seen) =>
      [...paramsOf(seen).values()].some((value) => value.includes(inReach)),
    );
    const readsNothing = path.endsWith('/format_query') || path.endsWith('/buildinfo');
    // Whatever came back unfiltered came of a narrowed request.
    if (!readsNothing && text.includes('secret')) expect(isNarrowed).toBe(true);
    if (/rules|alerts|metadata/.test(path)) expect(text).not.toContain('secret');
  });

  it('has query and form merged, and sent as a form', async () => {
    const response = await fetch(
      `${loki(world)}/query_range?limit=7&unknown=1`,
      postForm({ query: '{app="api"} |= "x"' }, { ...world.nora.bySession, origin: publicOrigin }),
    );
    expect(response.status).toBe(200);
    const [seen] = world.store.requests;
    expect([seen?.method, seen?.url]).toEqual(['POST', '/loki/api/v1/query_range']);
    expect(Object.fromEntries(new URLSearchParams(seen?.body))).toEqual({
      query: `{app="api",${inReach}} |= "x"`,
      limit: '7',
    });
  });

  it('cannot say one thing in the address and another in the form', async () => {
    const request = postForm({ query: '{app="api"}' }, world.nora.byToken);
    const error = await errorOf(await fetch(`${loki(world)}/query_range?query=%7Bapp%3D%22b%22%7D`, request));
    expect([error.status, error.error]).toEqual([400, expect.stringContaining('twice')]);
    expect(world.store.requests).toEqual([]);
  });

  it('is told why a query cannot be narrowed', async () => {
    const query = encodeURIComponent('info(up)');
    const error = await errorOf(
      await fetch(`${prometheus(world)}/query?query=${query}`, { headers: world.nora.byToken }),
    );
    expect([error.status, error.error]).toEqual([400, expect.stringContaining('a part of this project only')]);
    expect(world.store.requests).toEqual([]);
  });

  it('is held to the same limits', async () => {
    const start = String(Date.now() / 1000 - 87_600 * 3600);
    const request = postForm({ query: '{app="api"}', start }, world.nora.byToken);
    expect((await errorOf(await fetch(`${loki(world)}/query_range`, request))).error).toMatch(/limit: 721h/);
  });

  it('gets no answer that is larger than what can be filtered', async () => {
    world.store.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`{"status":"success","data":{"groups":[]},"x":"${'x'.repeat(17 * 1024 * 1024)}"}`);
    };
    const error = await errorOf(await fetch(`${prometheus(world)}/rules`, { headers: world.nora.byToken }));
    expect([error.status, error.errorType]).toEqual([413, 'too_large']);
  });

  it('gets no answer that cannot be filtered', async () => {
    world.store.answer = (_request, response) => response.end('groups: [secret]');
    const error = await errorOf(await fetch(`${prometheus(world)}/rules`, { headers: world.nora.byToken }));
    expect([error.status, error.error]).toEqual([502, expect.stringContaining('cannot be narrowed')]);
  });
});

it('somebody whose only cluster is gone is told so by every call', async () => {
  for (const [store, path] of everyCall) {
    const error = await errorOf(
      await fetch(`${addressOf(store, path)}?${everything}`, { headers: world.gerd.byToken }),
    );
    expect([error.status, error.error], path).toEqual([404, expect.stringContaining('Ask an owner of the project')]);
  }
  expect(world.store.requests).toEqual([]);
});
