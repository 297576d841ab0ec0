import { afterEach, expect, it, vi } from 'vitest';
import { StoreClient } from './store-client.ts';
import { StoreError } from './store-error.ts';

const calls: [string, RequestInit][] = [];

function stub(response: () => Response | Promise<Response>) {
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    calls.push([url, init]);
    return Promise.resolve(response());
  });
}

afterEach(() => {
  calls.length = 0;
  vi.unstubAllGlobals();
});

it('asks the gateway of the project, with repeated parameters', async () => {
  stub(() => Response.json({ status: 'success', data: ['a'] }));
  const answer = await new StoreClient('a b', 'prometheus').get<string[]>('series', {
    'match[]': ['x', 'y'],
    limit: 5,
    start: undefined,
  });
  expect(answer.data).toEqual(['a']);
  expect(calls[0]?.[0]).toBe('/api/projects/a%20b/prometheus/api/v1/series?match%5B%5D=x&match%5B%5D=y&limit=5');
});

it.each([
  [{ status: 'success', data: [1] }, [1]],
  [{ status: 'success' }, undefined],
  [
    { streams: 1, bytes: 2 },
    { streams: 1, bytes: 2 },
  ],
])('reads %j as %j', async (body, data) => {
  stub(() => Response.json(body));
  expect((await new StoreClient('p', 'loki').get('index/stats', {})).data).toEqual(data);
});

it('sends queries as a form', async () => {
  stub(() => Response.json({ status: 'success', data: {} }));
  await new StoreClient('p', 'loki').post('query_range', { query: '{a="b"} |= "&"' });
  expect(calls[0]?.[0]).toBe('/api/projects/p/loki/api/v1/query_range');
  expect(String(calls[0]?.[1].body)).toBe('query=%7Ba%3D%22b%22%7D+%7C%3D+%22%26%22');
});

it('throws what the store said, with the request id', async () => {
  stub(() => new Response('parse error at line 1, col 2: x', { status: 400, headers: { 'x-request-id': 'r9' } }));
  const failure = await new StoreClient('p', 'loki').get('labels', {}).catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(StoreError);
  expect(failure).toMatchObject({ kind: 'malformed', requestId: 'r9' });
});

it('stops reading an answer that would freeze the page', async () => {
  let sent = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(8 * 1024 * 1024));
    },
    cancel: () => {
      cancelled = true;
    },
  });
  stub(() => new Response(body));
  await expect(new StoreClient('p', 'loki').get('labels', {})).rejects.toMatchObject({ kind: 'too-much' });
  expect(sent).toBeLessThan(12);
  expect(cancelled).toBe(true);
});

it('passes an abort on as it is', async () => {
  const abort = new AbortController();
  stub(() => {
    abort.abort();
    throw new DOMException('gone', 'AbortError');
  });
  await expect(new StoreClient('p', 'loki').get('labels', {}, abort.signal)).rejects.toThrow('gone');
});
