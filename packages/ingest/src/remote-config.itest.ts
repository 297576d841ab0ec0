import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type IssuedCertificate, issueAgent } from './certificates.ts';
import { NginxFixture } from './nginx.fixture.ts';

const alpha = randomUUID();
const beta = randomUUID();
let nginx: NginxFixture;
let alphaCertificate: IssuedCertificate;
let betaCertificate: IssuedCertificate;

beforeAll(async () => {
  nginx = await NginxFixture.start([
    { clusterId: alpha, orgId: 'tenant-a' },
    { clusterId: beta, orgId: 'tenant-b' },
  ]);
  alphaCertificate = await issueAgent(nginx.authority, alpha);
  betaCertificate = await issueAgent(nginx.authority, beta);
});
afterAll(async () => nginx.stop());
afterEach(() => {
  nginx.remoteConfig.seen.length = 0;
});

const path = (role: string, method: string) => `/agents/${role}/collector.v1.CollectorService/${method}`;
const proto = { 'Content-Type': 'application/proto', 'Connect-Protocol-Version': '1' };
const poll = (role: string, body: string, certificate = alphaCertificate) =>
  nginx.call({ path: path(role, 'GetConfig'), headers: proto, body, certificate });
const full = (text: string) => {
  nginx.remoteConfig.answer = (_, response) =>
    response.writeHead(200, { 'Content-Type': 'application/proto', Vary: 'Accept-Encoding' }).end(text);
};
const notModified = () => {
  nginx.remoteConfig.answer = (_, response) =>
    response.writeHead(200, { 'Content-Type': 'application/proto', 'X-Accel-Expires': '0' }).end('not-modified');
};
// nginx counts validity in whole seconds.
const fresh = () => wait(2100);

test('registering is answered with the control plane down', async () => {
  await nginx.remoteConfig.stop();
  for (const method of ['RegisterCollector', 'UnregisterCollector']) {
    const reply = await nginx.call({
      path: path('logs', method),
      headers: proto,
      body: 'abc',
      certificate: alphaCertificate,
    });
    expect(reply).toMatchObject({ status: 200, body: Buffer.alloc(0) });
    expect(reply.headers['content-type']).toBe('application/proto');
  }
  await nginx.remoteConfig.start();
  const refused = await nginx.call({ path: path('logs', 'RegisterCollector'), headers: proto, body: 'abc' });
  expect(refused.status).toBe(403);
});

test('unregistering is passed on where possible', async () => {
  await nginx.call({
    path: path('logs', 'UnregisterCollector'),
    headers: proto,
    body: 'bye',
    certificate: alphaCertificate,
  });
  expect(nginx.remoteConfig.seen.map((seen) => [seen.url, seen.body.toString()])).toEqual([
    [path('logs', 'UnregisterCollector'), 'bye'],
  ]);
});

test('the gateway learns the cluster from nginx, with the shared secret, and nothing the client claims', async () => {
  full('c');
  const headers = { ...proto, 'X-Oriel-Cluster': beta, Authorization: 'Bearer forged' };
  await nginx.call({ path: path('metrics', 'GetConfig'), headers, body: 'q', certificate: alphaCertificate });
  expect(nginx.remoteConfig.seen.at(-1)?.headers).toMatchObject({
    'x-oriel-cluster': alpha,
    authorization: 'Bearer secret-of-the-test-0123456789abcdef',
  });
  expect((await stat(join(nginx.directory, 'remote-config-token.conf'))).mode & 0o777).toBe(0o600);
});

test('POST and GET are passed on with their message', async () => {
  full('c');
  await fresh();
  await nginx.call({
    method: 'GET',
    path: `${path('logs', 'GetConfig')}?base64=1&message=abc`,
    certificate: alphaCertificate,
  });
  expect(nginx.remoteConfig.seen.at(-1)).toMatchObject({
    method: 'GET',
    url: `${path('logs', 'GetConfig')}?base64=1&message=abc`,
  });
  await fresh();
  await poll('logs', 'hello');
  expect(nginx.remoteConfig.seen.at(-1)).toMatchObject({ method: 'POST', url: path('logs', 'GetConfig') });
  expect(nginx.remoteConfig.seen.at(-1)?.body.toString()).toBe('hello');
});

test('with the control plane down the last configuration goes on being served, also to a node that never asked', async () => {
  full('logs of alpha');
  await fresh();
  expect((await poll('logs', 'node-1')).body.toString()).toBe('logs of alpha');
  await nginx.remoteConfig.stop();
  await fresh();
  expect((await poll('logs', 'node-2 is new')).body.toString()).toBe('logs of alpha');
  const byGet = await nginx.call({
    method: 'GET',
    path: `${path('logs', 'GetConfig')}?message=n3`,
    certificate: alphaCertificate,
  });
  expect(byGet).toMatchObject({ status: 200, body: Buffer.from('logs of alpha') });
  expect((await poll('logs', 'x', betaCertificate)).status, 'never to another cluster').toBe(502);
  await nginx.remoteConfig.start();
});

test('a gateway that answers 503 or 500 is like one that is down', async () => {
  full('kept');
  await fresh();
  await poll('metrics', 'n');
  for (const status of [500, 503, 429]) {
    nginx.remoteConfig.answer = (_, response) => response.writeHead(status).end();
    await fresh();
    expect(await poll('metrics', 'n')).toMatchObject({ status: 200, body: Buffer.from('kept') });
  }
  nginx.remoteConfig.answer = (_, response) => response.writeHead(404).end();
  await fresh();
  expect((await poll('metrics', 'n')).status).toBe(503);
});

test('"not modified" is passed on, never cached, and never replaces a full answer', async () => {
  full('version 1');
  await fresh();
  await poll('logs', 'n', betaCertificate);
  await fresh();
  notModified();
  const before = nginx.remoteConfig.seen.length;
  for (let turn = 0; turn < 3; turn++)
    expect((await poll('logs', 'n', betaCertificate)).body.toString()).toBe('not-modified');
  expect(nginx.remoteConfig.seen.length - before).toBe(3);
  await nginx.remoteConfig.stop();
  expect((await poll('logs', 'new node', betaCertificate)).body.toString()).toBe('version 1');
  await nginx.remoteConfig.start();
});
