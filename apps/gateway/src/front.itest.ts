import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clientAddress } from '@oriel/db/client-address';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { publicOrigin, type RunningGateway, startTestGateway } from './testing/gateway-under-test.ts';
import { sendRaw } from './testing/raw-http.ts';
import { type Recorder, startRecorder } from './testing/recorder.ts';

// No database: pages are passed on without one.
const nowhere = 'postgresql://oriel@127.0.0.1:9/none';
let web: Recorder;
let gateway: RunningGateway;

beforeAll(async () => {
  web = await startRecorder();
  gateway = await startWithoutDatabase(web.url);
});

afterAll(async () => {
  await gateway.close();
  await web.close();
});

function startWithoutDatabase(webOrigin: string, trustedHops = 1): Promise<RunningGateway> {
  return startTestGateway(nowhere, webOrigin, { waitForDatabase: false, trustedHops });
}

describe('pages', () => {
  it('are the web process’ own, cookies and redirects included', async () => {
    web.answer = (_request, response) => {
      response.writeHead(307, { location: '/sign-in', 'set-cookie': ['a=1; Path=/', 'b=2; Path=/'] });
      response.end();
    };
    const response = await fetch(`${gateway.origin}/p/shop/logs?range=1h`, {
      redirect: 'manual',
      headers: { cookie: 'x=1' },
    });
    expect([response.status, response.headers.get('location'), response.headers.getSetCookie()]).toEqual([
      307,
      '/sign-in',
      ['a=1; Path=/', 'b=2; Path=/'],
    ]);
    expect(web.requests.at(-1)).toMatchObject({
      method: 'GET',
      url: '/p/shop/logs?range=1h',
      headers: { cookie: 'x=1' },
    });
  });

  it('get what is posted', async () => {
    web.answer = (_request, response) => response.end('ok');
    await fetch(`${gateway.origin}/api/trpc/a`, {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    });
    await fetch(`${gateway.origin}/api/trpc/b`, {
      method: 'POST',
      body: new Blob(['x'.repeat(100_000)]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(web.requests.at(-2)).toMatchObject({
      body: '{"a":1}',
      headers: { 'content-type': 'application/json', 'content-length': '7' },
    });
    expect(web.requests.at(-1)?.body).toHaveLength(100_000);
  });

  it('are told who asks by us, never by the client', async () => {
    web.answer = (_request, response) => response.end('ok');
    const forged = [
      'Host: evil.example',
      'X-Forwarded-For: 1.2.3.4',
      'X-Forwarded-Host: evil.example',
      'X-Forwarded-Proto: https',
      'Forwarded: for=1.2.3.4',
      'X-Real-IP: 1.2.3.4',
      'X-Middleware-Subrequest: middleware:middleware',
      'x-middleware-rewrite: /admin',
      'X-Invoke-Path: /admin',
      'X-Matched-Path: /admin',
      'X-Scope-OrgID: other',
      'X-WEBAUTH-USER: admin',
      'X-Request-ID: mine',
      'Connection: x-hidden, close',
      'X-Hidden: 1',
      'Cookie: a=1',
      'RSC: 1',
      'Next-Action: abc',
    ];
    await sendRaw(gateway.port, `GET /p/shop HTTP/1.1\r\n${forged.join('\r\n')}\r\n\r\n`);
    const { headers } = web.requests.at(-1) ?? { headers: {} };
    expect(headers).toEqual({
      host: new URL(publicOrigin).host,
      connection: 'keep-alive',
      cookie: 'a=1',
      rsc: '1',
      'next-action': 'abc',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': new URL(publicOrigin).host,
      'x-forwarded-proto': 'http',
      'x-request-id': expect.not.stringContaining('mine'),
    });
  });

  it('are told the client’s address behind as many proxies as are trusted, whatever the client says of itself', async () => {
    web.answer = (_request, response) => response.end('ok');
    const behind = await startWithoutDatabase(web.url, 2);
    const from = async (port: number, ...way: string[]) => {
      const lines = way.map((entry) => `X-Forwarded-For: ${entry}\r\n`).join('');
      await sendRaw(port, `GET /p/shop HTTP/1.1\r\nHost: x\r\n${lines}Connection: close, x-forwarded-for\r\n\r\n`);
      return web.requests.at(-1)?.headers['x-forwarded-for'] as string;
    };
    try {
      // As a proxy passes it on that adds its client to what came along, in one header or in two.
      const ways = [await from(behind.port, '1.2.3.4, 203.0.113.7'), await from(behind.port, '1.2.3.4', '203.0.113.9')];
      expect(ways).toEqual(['203.0.113.7, 127.0.0.1', '203.0.113.9, 127.0.0.1']);
      expect(ways.map((way) => clientAddress(way, 2))).toEqual(['203.0.113.7', '203.0.113.9']);
      // Nobody told it, and nobody is trusted unless it is said.
      expect(clientAddress(await from(behind.port), 2)).toBeUndefined();
      expect(clientAddress(await from(gateway.port, '203.0.113.7'), 1)).toBe('127.0.0.1');
    } finally {
      await behind.close();
    }
  });

  it('stream their events one by one, and end when the client goes', async () => {
    const steps = Promise.withResolvers<void>();
    web.answer = async (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.flushHeaders();
      await steps.promise;
      response.write('data: 1\n\n');
    };
    const abort = new AbortController();
    // The head alone is enough for an EventSource to be open.
    const response = await fetch(`${gateway.origin}/api/trpc/operations.watch`, { signal: abort.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.getReader();
    steps.resolve();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('data: 1\n\n');
    const before = web.aborted;
    abort.abort();
    await vi.waitFor(() => expect(web.aborted).toBe(before + 1));
  });

  it.each(['//evil.example/x', '/a/../b', '/a%2fb', 'http://evil.example/'])(
    'are never asked for by an ambiguous address: %s',
    async (path) => {
      const before = web.requests.length;
      expect(await sendRaw(gateway.port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 400/,
      );
      expect(web.requests).toHaveLength(before);
    },
  );

  it('are not reached by an upgrade to another protocol', async () => {
    const before = web.requests.length;
    const answer = await sendRaw(
      gateway.port,
      'GET /live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 404/);
    expect(web.requests).toHaveLength(before);
  });
});

describe('while the web process is not up', () => {
  let alone: RunningGateway;
  beforeAll(async () => {
    alone = await startWithoutDatabase('http://127.0.0.1:9');
  });
  afterAll(() => alone.close());

  it('a browser gets a page that asks again by itself', async () => {
    const response = await fetch(`${alone.origin}/`, { headers: { accept: 'text/html,application/xhtml+xml' } });
    const page = await response.text();
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    expect(page).toContain('<meta http-equiv="refresh" content="2">');
    expect(page).toContain('Oriel is starting');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  it('a program gets a sentence', async () => {
    const response = await fetch(`${alone.origin}/api/trpc/session.me`);
    expect([response.status, await response.json()]).toEqual([
      503,
      { status: 'error', errorType: 'unavailable', error: expect.stringContaining('not up') },
    ]);
  });

  it('the page is there as soon as the web process is', async () => {
    const server: Server = createServer((_request, response) => response.end('up'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const late = await startWithoutDatabase(`http://127.0.0.1:${port}`);
    expect((await fetch(late.origin)).status).toBe(503);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    expect(await (await fetch(late.origin)).text()).toBe('up');
    await late.close();
    await new Promise((resolve) => server.close(resolve));
  });
});
