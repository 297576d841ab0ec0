import { randomBytes, randomUUID } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { Agent } from 'node:https';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createAuthority, type IssuedCertificate, issueAgent, issueServer } from './certificates.ts';
import { NginxFixture } from './nginx.fixture.ts';
import type { IngestGrant } from './tenant-map.ts';

const alpha = randomUUID();
const beta = randomUUID();
const unknown = randomUUID();
// As many lines as the largest fleet, so that nginx's hash sizes are proven too.
const crowd: IngestGrant[] = Array.from({ length: 5000 }, (_, index) => ({
  clusterId: randomUUID(),
  orgId: `t-${index}`,
}));
const grants: IngestGrant[] = [
  { clusterId: alpha, orgId: 'tenant-a' },
  { clusterId: beta, orgId: 'tenant-b' },
  ...crowd,
];
const push = '/loki/api/v1/push';
const writePath = '/api/v1/push';

let nginx: NginxFixture;
let alphaCertificate: IssuedCertificate;
let betaCertificate: IssuedCertificate;

beforeAll(async () => {
  nginx = await NginxFixture.start(grants);
  alphaCertificate = await issueAgent(nginx.authority, alpha);
  betaCertificate = await issueAgent(nginx.authority, beta);
});
afterAll(async () => nginx.stop());
afterEach(() => {
  for (const upstream of [nginx.logs, nginx.metrics, nginx.remoteConfig]) {
    upstream.seen.length = 0;
    upstream.answer = (_, response) => response.writeHead(204).end();
  }
});

describe('tenant', () => {
  test.each([
    ['X-Scope-OrgID', 'tenant-b'],
    ['x-scope-orgid', 'tenant-a|tenant-b'],
    ['X_Scope_OrgID', 'tenant-b'],
    ['Connection', 'X-Scope-OrgID'],
    ['X-Prom-Label-Policy', 'tenant-a:{}'],
    ['Authorization', 'Bearer stolen'],
  ])('a forged %s never reaches the store', async (name, value) => {
    for (const [path, upstream] of [
      [push, nginx.logs],
      [writePath, nginx.metrics],
    ] as const) {
      const reply = await nginx.call({ path, headers: { [name]: value }, body: 'x', certificate: alphaCertificate });
      expect(reply.status).toBe(204);
      const headers = upstream.seen.at(-1)?.rawHeaders ?? [];
      expect(headers.filter((header) => /^x.scope.orgid$/i.test(header))).toHaveLength(1);
      expect(upstream.seen.at(-1)?.headers['x-scope-orgid']).toBe('tenant-a');
      expect(headers.join('\n')).not.toMatch(/tenant-b|stolen|label-policy/i);
    }
  });

  test('comes from the certificate, so the certificate of another cluster lands in its own tenant', async () => {
    await nginx.call({ path: push, headers: { 'X-Scope-OrgID': 'tenant-a' }, body: 'x', certificate: betaCertificate });
    expect(nginx.logs.seen.at(-1)?.headers['x-scope-orgid']).toBe('tenant-b');
  });

  test('what the stores need arrives: type, encoding, body, and no query', async () => {
    const body = randomBytes(300);
    const headers = { 'Content-Type': 'application/x-protobuf', 'Content-Encoding': 'snappy' };
    await nginx.call({ path: `${writePath}?tenant=b`, headers, body, certificate: alphaCertificate });
    const seen = nginx.metrics.seen.at(-1);
    expect(seen?.headers).toMatchObject({ 'content-type': 'application/x-protobuf', 'content-encoding': 'snappy' });
    expect(seen?.url).toBe(writePath);
    expect(seen?.body.equals(body)).toBe(true);
  });
});

describe('who may enter', () => {
  test('no certificate: 403', async () => {
    expect((await nginx.call({ path: push, body: 'x' })).status).toBe(403);
  });

  test('another authority: 403, even for a cluster that is mapped', async () => {
    const certificate = await issueAgent(await createAuthority('Somebody else'), alpha);
    expect((await nginx.call({ path: push, body: 'x', certificate })).status).toBe(403);
  });

  test('an authority of the same name: 403', async () => {
    const certificate = await issueAgent(await createAuthority('Oriel seed under test'), alpha);
    expect((await nginx.call({ path: push, body: 'x', certificate })).status).toBe(403);
  });

  test('a cluster without a line: 403', async () => {
    const certificate = await issueAgent(nginx.authority, unknown);
    expect((await nginx.call({ path: push, body: 'x', certificate })).status).toBe(403);
  });

  test("the ingest gateway's own certificate is no client certificate: 403", async () => {
    const certificate = await issueServer(nginx.authority, ['localhost']);
    expect((await nginx.call({ path: push, body: 'x', certificate })).status).toBe(403);
  });

  test('expired: 503, so that agents keep their data; not yet valid: the same', async () => {
    const past = await issueAgent(nginx.authority, alpha, { now: new Date(Date.now() - 10 * 86_400_000), days: 9 });
    const future = await issueAgent(nginx.authority, alpha, { now: new Date(Date.now() + 86_400_000) });
    expect((await nginx.call({ path: push, body: 'x', certificate: past })).status).toBe(503);
    expect((await nginx.call({ path: push, body: 'x', certificate: future })).status).toBe(503);
    expect(nginx.logs.seen).toHaveLength(0);
  });

  test('revoked by taking the line away: 403 within seconds, others unharmed', async () => {
    expect((await nginx.call({ path: push, body: 'x', certificate: betaCertificate })).status).toBe(204);
    await nginx.grant(grants.filter((grant) => grant.clusterId !== beta));
    await expect
      .poll(async () => (await nginx.call({ path: push, body: 'x', certificate: betaCertificate })).status, {
        timeout: 2000,
      })
      .toBe(403);
    expect((await nginx.call({ path: push, body: 'x', certificate: alphaCertificate })).status).toBe(204);
    await nginx.grant(grants);
    await expect
      .poll(async () => (await nginx.call({ path: push, body: 'x', certificate: betaCertificate })).status, {
        timeout: 2000,
      })
      .toBe(204);
  });

  test('a connection that is kept open does not outlive its line', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const call = { path: '/api/v1/push', body: 'x', certificate: betaCertificate, agent };
    const push = () =>
      nginx.call(call).then(
        ({ status }) => status,
        () => 0,
      );
    // A worker that still has the map of the test before may be the first to take the connection.
    await expect.poll(push, { timeout: 5000 }).toBe(204);
    await nginx.grant(grants.filter((grant) => grant.clusterId !== beta));
    await expect.poll(push, { timeout: 5000 }).toBe(403);
    await nginx.grant(grants);
    await expect.poll(push, { timeout: 5000 }).toBe(204);
    agent.destroy();
  });

  test('plain HTTP on the TLS port: 403', async () => {
    const status = await new Promise((resolve, reject) => {
      plainRequest({ host: '127.0.0.1', port: nginx.port, method: 'POST', path: push }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end('x');
    });
    expect(status).toBe(403);
  });
});

describe('what is open', () => {
  test.each([
    ['GET', push],
    ['DELETE', push],
    ['POST', '/loki/api/v1/query'],
    ['POST', '/loki/api/v1/push/'],
    ['POST', '/loki/api/v1/push/../query'],
    ['POST', '/loki/api/v1/delete'],
    ['POST', '/api/v1/push/influx/write'],
    ['POST', '/prometheus/api/v1/query'],
    ['POST', '/api/v1/user_limits'],
    ['POST', '/%2e%2e/loki/api/v1/query'],
    ['POST', '/agents/logs/collector.v1.CollectorService/Other'],
    ['POST', '/agents/other/collector.v1.CollectorService/GetConfig'],
    ['PUT', '/agents/logs/collector.v1.CollectorService/GetConfig'],
    ['GET', '/agents/logs/collector.v1.CollectorService/RegisterCollector'],
    ['GET', '/'],
    ['OPTIONS', push],
    ['TRACE', push],
  ])('%s %s is closed', async (method, path) => {
    const reply = await nginx.call({ method, path, certificate: alphaCertificate });
    expect(reply.status === 403 || reply.status >= 500, `status ${reply.status}`).toBe(true);
    expect([nginx.logs.seen, nginx.metrics.seen, nginx.remoteConfig.seen].flat()).toHaveLength(0);
  });

  test.each([
    '//loki/api/v1/push',
    '/loki//api/v1/push',
    '/loki/api/v1/./push',
    '/loki/api/v1/%70ush',
    '/x/../loki/api/v1/push',
  ])('%s reaches the store only under the one true path', async (path) => {
    await nginx.call({ path, body: 'x', certificate: alphaCertificate });
    for (const seen of nginx.logs.seen)
      expect(seen).toMatchObject({ url: push, headers: { 'x-scope-orgid': 'tenant-a' } });
  });
});

describe('faults', () => {
  test('a store that is down: 502, never a 4xx', async () => {
    await nginx.logs.stop();
    expect((await nginx.call({ path: push, body: 'x', certificate: alphaCertificate })).status).toBe(502);
    await nginx.logs.start();
    expect((await nginx.call({ path: push, body: 'x', certificate: alphaCertificate })).status).toBe(204);
  });

  test.each([
    [200, 200],
    [400, 400],
    [401, 503],
    [404, 503],
    [405, 503],
    [413, 413],
    [422, 422],
    [429, 429],
    [500, 500],
    [503, 503],
  ])('the store says %i, the agent hears %i', async (said, heard) => {
    nginx.logs.answer = (_, response) => response.writeHead(said).end('verdict');
    expect((await nginx.call({ path: push, body: 'x', certificate: alphaCertificate })).status).toBe(heard);
  });

  test('a body of 20 MB arrives whole; one of 70 MB is a 503', async () => {
    const body = randomBytes(20 * 1024 * 1024);
    expect((await nginx.call({ path: push, body, certificate: alphaCertificate })).status).toBe(204);
    expect(nginx.logs.seen.at(-1)?.body.equals(body)).toBe(true);
    const headers = { 'Content-Length': String(70 * 1024 * 1024) };
    expect((await nginx.call({ path: push, headers, body: 'x', certificate: alphaCertificate })).status).toBe(503);
  });

  test('a request line or a header beyond all bounds is never answered 4xx', async () => {
    const long = 'x'.repeat(200_000);
    const reply = await nginx.call({ path: `${push}?${long}`, certificate: alphaCertificate }).catch(() => undefined);
    expect(reply === undefined || reply.status >= 500 || reply.status === 403, `status ${reply?.status}`).toBe(true);
    const headers = { 'X-Long': long };
    const second = await nginx.call({ path: push, headers, certificate: alphaCertificate }).catch(() => undefined);
    expect(second === undefined || second.status >= 500, `status ${second?.status}`).toBe(true);
  });
});
