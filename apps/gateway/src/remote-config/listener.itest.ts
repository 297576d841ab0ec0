import { gzipSync } from 'node:zlib';
import { hashOf, renderPipeline } from '@oriel/agent-config/render';
import { removeSilentCollectors } from '@oriel/db/collectors';
import { loadDesiredState } from '@oriel/db/desired-state';
import { testDatabase } from '@oriel/db/testing/postgres';
import type { AgentRole } from '@oriel/domain/desired-state';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ingestToken, type RunningGateway, startTestGateway } from '../testing/gateway-under-test.ts';
import { createCluster, createProject, createSeed } from '../testing/rows.ts';

const database = testDatabase();
let gateway: RunningGateway;
let clusterId: string;

beforeAll(async () => {
  const { db } = database;
  const seedId = await createSeed(db, 'seed', { logsUrl: 'http://127.0.0.1:9', metricsUrl: 'http://127.0.0.1:9' });
  const projectId = await createProject(db, 'shop', seedId);
  clusterId = await createCluster(db, { name: 'shop-eu-1', projectId, seedId });
  gateway = await startTestGateway(database.url);
});

afterAll(() => gateway.close());

interface Asked {
  readonly role?: AgentRole;
  readonly method?: string;
  readonly cluster?: string;
  readonly headers?: Record<string, string>;
}

function call(
  message: unknown,
  { role = 'logs', method = 'GetConfig', cluster = clusterId, headers = {} }: Asked = {},
) {
  return fetch(`${gateway.remoteConfigOrigin}/agents/${role}/collector.v1.CollectorService/${method}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${ingestToken}`,
      'x-oriel-cluster': cluster,
      'content-type': 'application/json',
      'connect-protocol-version': '1',
      ...headers,
    },
    body: message instanceof Uint8Array ? (message as Uint8Array<ArrayBuffer>) : JSON.stringify(message),
  });
}

const poll = async (message: Record<string, unknown>, asked?: Asked) =>
  (await (await call(message, asked)).json()) as { content?: string; hash?: string; notModified?: boolean };
const collectors = () => database.db.collector.findMany({ where: { clusterId }, orderBy: { collectorId: 'asc' } });
const desired = async (role: AgentRole) => {
  const state = await loadDesiredState(database.db, clusterId);
  if (!state) throw new Error('The cluster is gone.');
  return renderPipeline(state, role);
};

describe('GetConfig', () => {
  it('hands out the pipeline of the cluster and role, and only its hash to who has it', async () => {
    const text = await desired('logs');
    expect(await poll({ id: 'logs/a' })).toEqual({ content: text, hash: hashOf(text) });
    expect(await poll({ id: 'logs/a', hash: hashOf(text) })).toEqual({ hash: hashOf(text), notModified: true });
    const metrics = await desired('metrics');
    expect(await poll({ id: 'metrics/a' }, { role: 'metrics' })).toEqual({ content: metrics, hash: hashOf(metrics) });
  });

  it('lets nginx keep full answers for bad times only, and others not at all', async () => {
    const proto = { 'content-type': 'application/proto' };
    const full = await call(new Uint8Array(), { headers: proto });
    expect([full.headers.get('content-type'), full.headers.get('x-accel-expires')]).toEqual([
      'application/proto',
      '@1',
    ]);
    const hash = Buffer.from(hashOf(await desired('logs')));
    const unchanged = await call(Buffer.concat([Buffer.from([0x1a, hash.length]), hash]), { headers: proto });
    expect(unchanged.headers.get('x-accel-expires')).toBe('0');
    expect(Buffer.from(await unchanged.arrayBuffer()).subarray(-2)).toEqual(Buffer.from([0x18, 1]));
    expect((await call({})).headers.get('x-accel-expires')).toBe('0');
  });

  it('takes gzip, and GET with the message in the address', async () => {
    const packed = await call(gzipSync(JSON.stringify({ id: 'logs/a' })), { headers: { 'content-encoding': 'gzip' } });
    expect(((await packed.json()) as { content: string }).content).toBe(await desired('logs'));
    const message = Buffer.from([0x0a, 6, ...Buffer.from('logs/g')]).toString('base64url');
    const url = `${gateway.remoteConfigOrigin}/agents/logs/collector.v1.CollectorService/GetConfig?base64=1&connect=v1&encoding=proto&message=${message}`;
    const byGet = await fetch(url, {
      headers: { authorization: `Bearer ${ingestToken}`, 'x-oriel-cluster': clusterId },
    });
    expect([byGet.status, Buffer.from(await byGet.arrayBuffer()).includes('switched off')]).toEqual([200, true]);
  });

  it('gives another configuration as soon as it is wanted', async () => {
    const before = await poll({ id: 'logs/a' });
    expect(before.content).toContain('switched off');
    await database.db.cluster.update({ where: { id: clusterId }, data: { loggingEnabled: true } });
    await vi.waitFor(
      async () => expect((await poll({ id: 'logs/a', hash: before.hash })).content).toContain('loki.write'),
      {
        timeout: 1_000,
      },
    );
  });

  it.each([
    ['without the secret', { headers: { authorization: 'Bearer wrong' } }, 401, 'unauthenticated'],
    ['without a cluster', { cluster: '' }, 400, 'invalid_argument'],
    ['for an unknown cluster', { cluster: '00000000-0000-4000-8000-000000000000' }, 404, 'not_found'],
    ['in another format', { headers: { 'content-type': 'text/plain' } }, 400, 'invalid_argument'],
    ['for another call', { method: 'Shutdown' }, 404, 'not_found'],
  ])('refuses a call %s', async (_what, asked, status, code) => {
    const response = await call({ id: 'logs/a' }, asked);
    expect([response.status, await response.json()]).toEqual([status, { code, message: expect.any(String) }]);
  });

  it.each([
    ['bytes that are no message', Buffer.from([0x0a, 0x7f]), { 'content-type': 'application/proto' }],
    ['a gzip bomb', gzipSync(Buffer.alloc(32 * 1024 * 1024)), { 'content-encoding': 'gzip' }],
    ['broken gzip', Buffer.from('x'), { 'content-encoding': 'gzip' }],
  ])('refuses %s', async (_what, bytes, headers) => {
    expect((await call(bytes, { headers: headers as Record<string, string> })).status).toBe(400);
  });
});

describe('collectors', () => {
  it('are written down with what they report', async () => {
    const attributes = { 'collector.version': 'v1.19.0', role: 'logs', node: 'n1' };
    const { hash } = await poll({
      id: 'logs/n1',
      localAttributes: attributes,
      remoteConfigStatus: { status: 'RemoteConfigStatuses_UNSET' },
    });
    await poll({
      id: 'logs/n1',
      hash,
      localAttributes: attributes,
      remoteConfigStatus: { status: 'RemoteConfigStatuses_APPLIED' },
    });
    await vi.waitFor(async () =>
      expect((await collectors()).find(({ node }) => node === 'n1')).toMatchObject({
        collectorId: 'logs/n1',
        role: 'logs',
        version: 'v1.19.0',
        servedHash: hash,
        status: 'APPLIED',
        statusMessage: null,
      }),
    );
    await poll({
      id: 'logs/n1',
      hash,
      remoteConfigStatus: { status: 'RemoteConfigStatuses_FAILED', errorMessage: 'line 3\0: no' },
    });
    await vi.waitFor(async () =>
      expect((await collectors()).find(({ node }) => node === 'n1')).toMatchObject({
        status: 'FAILED',
        statusMessage: 'line 3: no',
        version: 'v1.19.0',
      }),
    );
  });

  it('are not called failed because a poll of theirs failed', async () => {
    const failed = (errorMessage: string) => ({ status: 'RemoteConfigStatuses_FAILED', errorMessage });
    await poll({ id: 'logs/n4', remoteConfigStatus: { status: 'RemoteConfigStatuses_APPLIED' } });
    await poll({ id: 'logs/n4', remoteConfigStatus: failed('unavailable: 503 Service Unavailable') });
    await poll({ id: 'logs/n5', remoteConfigStatus: failed('3:1: unavailable: no such component') });
    await vi.waitFor(async () => {
      const statuses = Object.fromEntries((await collectors()).map(({ node, status }) => [node, status]));
      expect(statuses).toMatchObject({ n4: 'APPLIED', n5: 'FAILED' });
    });
  });

  it('of another role, without a node or of an unknown cluster are not', async () => {
    const before = (await collectors()).length;
    await poll({ id: 'metrics/n2' });
    await poll({ id: 'logs/' });
    await poll({ id: 'pod-7d9f' });
    await call({ id: 'logs/n9' }, { cluster: '00000000-0000-4000-8000-000000000000' });
    await poll({ id: 'logs/n3' });
    await vi.waitFor(async () => expect(await collectors()).toHaveLength(before + 1));
  });

  it('disappear when they say goodbye, and when they have been silent for a day', async () => {
    await poll({ id: 'logs/leaving' });
    await poll({ id: 'logs/silent' });
    await vi.waitFor(async () =>
      expect((await collectors()).map(({ node }) => node)).toEqual(expect.arrayContaining(['leaving', 'silent'])),
    );
    expect(await (await call({ id: 'logs/leaving' }, { method: 'UnregisterCollector' })).json()).toEqual({});
    await vi.waitFor(async () => expect((await collectors()).map(({ node }) => node)).not.toContain('leaving'));
    await database.db.collector.updateMany({
      where: { node: 'silent' },
      data: { lastSeenAt: new Date(Date.now() - 25 * 3_600_000) },
    });
    expect(await removeSilentCollectors(database.db)).toBe(1);
    expect((await collectors()).map(({ node }) => node)).not.toContain('silent');
  });
});
