import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningGateway, startTestGateway } from './testing/gateway-under-test.ts';
import { sendRaw } from './testing/raw-http.ts';
import { type Recorder, startRecorder } from './testing/recorder.ts';

// No database: nothing here gets as far as a look at who asks.
const nowhere = 'postgresql://oriel@127.0.0.1:9/none';
let web: Recorder;
let plain: RunningGateway;
let secure: RunningGateway;
let alone: RunningGateway;

beforeAll(async () => {
  web = await startRecorder();
  const options = { waitForDatabase: false };
  plain = await startTestGateway(nowhere, web.url, options);
  secure = await startTestGateway(nowhere, web.url, { ...options, origin: 'https://oriel.example' });
  alone = await startTestGateway(nowhere, undefined, { ...options, origin: 'https://oriel.example' });
});

afterAll(async () => {
  await Promise.all([plain.close(), secure.close(), alone.close()]);
  await web.close();
});

describe('the gateway’s own answers', () => {
  it.each([
    ['a refusal', '/api/projects/shop/loki/api/v1/labels', {}],
    ['an unknown call', '/api/projects/shop/loki/api/v1/push', {}],
    ['an ambiguous address', '/a%2fb', {}],
    ['no pages yet', '/api/trpc/session.me', {}],
    ['the waiting page', '/', { accept: 'text/html' }],
  ])('can neither be sniffed, framed nor loaded elsewhere: %s', async (_what, path, headers) => {
    const answer = await fetch(`${alone.origin}${path}`, { headers });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=31536000',
    });
  });

  it('pin https only where people come by https, on pages once', async () => {
    web.answer = (_request, response) => {
      response.setHeader('strict-transport-security', 'max-age=31536000');
      response.end('page');
    };
    const answer = await sendRaw(secure.port, 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(answer.match(/strict-transport-security/gi)).toHaveLength(1);
    web.answer = (_request, response) => response.end('page');
    expect((await fetch(secure.origin)).headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect((await fetch(plain.origin)).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('odd requests', () => {
  it.each([
    ['an address of 20 KB', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, /^HTTP\/1\.1 431/],
    ['a header of 20 KB', `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'x'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1\.1 431/],
    ['5,000 headers', `GET / HTTP/1.1\r\nHost: x\r\n${'a: b\r\n'.repeat(5_000)}\r\n`, /^HTTP\/1\.1 431/],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      /^HTTP\/1\.1 400/,
    ],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      /^HTTP\/1\.1 400/,
    ],
    ['no HTTP', 'hello\r\n\r\n', /^HTTP\/1\.1 400/],
  ])('are refused at once: %s', async (_what, text, expected) => {
    const before = web.requests.length;
    const started = performance.now();
    expect(await sendRaw(plain.port, text)).toMatch(expected);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(web.requests).toHaveLength(before);
  });

  it('end where the head comes byte by byte', async () => {
    const socket = connect({ port: plain.port, host: '127.0.0.1' });
    socket.on('error', () => undefined).resume();
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
    const drip = setInterval(() => socket.write('a'), 500);
    const started = performance.now();
    await once(socket, 'close');
    clearInterval(drip);
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 30_000);
});
