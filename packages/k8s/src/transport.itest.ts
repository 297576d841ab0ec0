import { once } from 'node:events';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net';
import { createAuthority, issueServer } from '@oriel/ingest/certificates';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiServer } from './api-server.ts';
import { ClusterError } from './cluster-error.ts';
import { preflight } from './preflight.ts';

const policy = { allowLoopback: true };
const authority = await createAuthority('test');
const servers: Server[] = [];
const served: string[] = [];

async function listen(server: Server): Promise<string> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
async function tlsServer(answer: Parameters<typeof createHttps>[1], lifetime = {}): Promise<string> {
  const { certPem, keyPem } = await issueServer(authority, ['127.0.0.1'], lifetime);
  return listen(createHttps({ cert: certPem, key: keyPem }, answer));
}
const access = (server: string, caPem = authority.certPem) => ({ server, caPem, token: 't' });
const read = async (server: string, timeoutMs = 2000) => {
  const api = new ApiServer(access(server), { policy, timeoutMs, connectTimeoutMs: 1000 });
  try {
    return await api.call({ method: 'GET', path: '/version', what: 'read' });
  } catch (error) {
    return error;
  } finally {
    await api.close();
  }
};
const failureOf = async (server: string, tls = policy) => {
  const report = await preflight({ access: access(server), policy: tls });
  expect(report.ok).toBe(false);
  return report.findings.find(({ state }) => state === 'failed');
};

let port: string;
beforeAll(async () => {
  port = await tlsServer((request, response) => {
    served.push(String(request.url));
    if (request.url === '/redirect') return void response.writeHead(302, { location: '/version' }).end();
    response.end('{}');
  });
});
afterAll(() => {
  for (const server of servers) server.close();
});

describe('each failure has its sentence', () => {
  test('a name that DNS does not know', async () => {
    expect(await failureOf('https://no-such-cluster.invalid:6443')).toMatchObject({
      check: 'address',
      message: expect.stringContaining('DNS'),
    });
  });
  test('nothing listens', async () => {
    expect(await failureOf('https://127.0.0.1:1')).toMatchObject({
      check: 'connection',
      message: expect.stringContaining('refused the connection'),
    });
  });
  test('link-local, also by name or inside IPv6, and loopback where it is not allowed', async () => {
    expect(await failureOf('https://169.254.169.254')).toMatchObject({
      check: 'address',
      message: expect.stringContaining('metadata'),
    });
    expect(await failureOf('https://[::ffff:169.254.169.254]')).toMatchObject({ check: 'address' });
    expect(await failureOf('https://localhost:6443', { allowLoopback: false })).toMatchObject({
      check: 'address',
      message: expect.stringContaining('this machine itself'),
    });
  });
  test('expired and not yet valid', async () => {
    const expired = await tlsServer(undefined, { now: new Date('2020-01-01'), days: 1 });
    expect(await failureOf(expired)).toMatchObject({ check: 'tls', message: expect.stringContaining('has expired') });
    const future = await tlsServer(undefined, { now: new Date(Date.now() + 9e8) });
    expect(await failureOf(future)).toMatchObject({ check: 'tls', message: expect.stringContaining('not valid yet') });
  });
  test('plain HTTP, and something that is no HTTP at all', async () => {
    const plain = await listen(createHttp((_, response) => response.end()));
    expect(await failureOf(plain)).toMatchObject({
      check: 'tls',
      message: expect.stringContaining('does not speak TLS'),
    });
    const hangUp = await listen(createTcp((socket) => socket.destroy()));
    expect(await failureOf(hangUp)).toMatchObject({ check: 'tls' });
  });
  test('a web page instead of an API server', async () => {
    expect(await failureOf(port)).toMatchObject({
      check: 'version',
      message: expect.stringContaining('does not answer like'),
    });
  });
  test('a version that is too old', async () => {
    const old = await tlsServer((_, response) => response.end('{"gitVersion":"v1.26.15"}'));
    expect(await failureOf(old)).toMatchObject({
      check: 'version',
      message: expect.stringContaining('1.27 or newer'),
      fix: expect.stringContaining('Upgrade'),
    });
  });
});

describe('the client', () => {
  test('never follows a redirect', async () => {
    const api = new ApiServer(access(port), { policy });
    served.length = 0;
    await expect(api.call({ method: 'GET', path: '/redirect', what: 'read' })).rejects.toThrow('redirect');
    expect(served).toEqual(['/redirect']);
    await api.close();
  });
  test('gives up on a server that never answers, within its time', async () => {
    const silent = await tlsServer(() => undefined);
    const started = performance.now();
    expect(await read(silent, 700)).toMatchObject({ reason: 'TimedOut' });
    expect(performance.now() - started).toBeLessThan(2500);
  });
  test('gives up on one that drips', async () => {
    const drip = await tlsServer((_, response) => {
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    });
    expect(await read(drip, 700)).toMatchObject({ reason: 'TimedOut' });
  });
  test('takes no endless answer', async () => {
    const endless = await tlsServer((_, response) => {
      const chunk = Buffer.alloc(1 << 20, 'x');
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pour);
      pour();
    });
    expect(await read(endless, 20_000)).toMatchObject({ reason: 'AnswerTooLarge' });
  });
  test('stops at once when it is told to', async () => {
    const silent = await tlsServer(() => undefined);
    const stop = new AbortController();
    const api = new ApiServer(access(silent), { policy, signal: stop.signal });
    const call = api.call({ method: 'GET', path: '/', what: 'read' });
    setTimeout(() => stop.abort(new Error('stopped')), 100);
    await expect(call).rejects.toThrow('stopped');
    await api.close();
  });
  test.each([403, 409, 422, 500])(
    'says nothing that signs in to the cluster, though the answer (%i) does',
    async (status) => {
      const { certPem, keyPem } = await issueServer(authority, ['127.0.0.1']);
      const token = 'a-token-that-is-quoted/0123456789';
      const quoted = [token, keyPem, keyPem.replaceAll('\n', ' '), Buffer.from(token).toString('base64')].join(', ');
      // The cut at 500 characters must not leave half of one either.
      for (const message of [`the token ${quoted} may not do that`, `${'x'.repeat(480)} ${token}`]) {
        const server = await tlsServer((_, response) => {
          const causes = [{ reason: 'FieldManagerConflict', message: `conflict with "${token}"`, field: `.${token}` }];
          response.writeHead(status).end(JSON.stringify({ kind: 'Status', message, details: { causes } }));
        });
        const signedIn = { ...access(server), token, clientCertificate: { certPem, keyPem } };
        const api = new ApiServer(signedIn, { policy });
        const error = (await api
          .call({ method: 'GET', path: '/', what: 'read' })
          .catch((cause) => cause)) as ClusterError;
        await api.close();
        const said = JSON.stringify([error.message, error.fault]);
        expect(said).toContain('[removed]');
        for (const part of ['a-token', 'YS10b2tlb', ...keyPem.split('\n').filter((line) => /^\w/.test(line))]) {
          expect(said).not.toContain(part);
        }
      }
    },
  );
  test.each([
    [429, { 'retry-after': '7' }, { reason: 'TooManyRequests', retryable: true, fault: { retryAfterSeconds: 7 } }],
    [500, {}, { reason: 'ServerError', retryable: true }],
    [503, { 'retry-after': '99999' }, { reason: 'ServerError', fault: { retryAfterSeconds: 300 } }],
    [401, {}, { reason: 'Unauthorized', retryable: false }],
    [422, {}, { reason: 'Rejected', retryable: false }],
  ])('knows what %i means', async (status, headers, expected) => {
    const server = await tlsServer((_, response) =>
      response.writeHead(status, headers).end('{"kind":"Status","message":"m"}'),
    );
    const error = await read(server);
    expect(error).toBeInstanceOf(ClusterError);
    expect(error).toMatchObject(expected);
  });
});
