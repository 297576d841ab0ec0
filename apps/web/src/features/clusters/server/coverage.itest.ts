import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tokenPrefix } from '@oriel/db/credential';
import { newOpaqueToken } from '@oriel/db/opaque-token';
import { randomName } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { type GullibleApiServer, startGullibleApiServer } from '@oriel/k8s/testing/gullible-api-server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);
let api: GullibleApiServer;
/** In Loki's place: it has received nothing. */
let store: Server;
let world: World;
let clusterId: string;

beforeAll(async () => {
  vi.stubEnv('ORIEL_ALLOW_LOOPBACK_CLUSTERS', 'true');
  api = await startGullibleApiServer();
  api.tokens.add('a-token');
  api.pods.push(pod('shop', 'checkout', ['web', 'cache']), pod('payroll', 'ledger', ['db']));
  store = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ status: 'success', data: [] }));
  }).listen(0, '127.0.0.1');
  await once(store, 'listening');
  world = await makeWorld(database.db);
  const logsUrl = `http://127.0.0.1:${(store.address() as AddressInfo).port}`;
  await database.db.seed.update({ where: { id: world.own.seedId }, data: { logsUrl } });
  const registered = {
    project: world.own.slug,
    name: randomName('c'),
    region: 'eu-1',
    monitoring: false,
    logging: true,
  };
  const kubeconfig = api.kubeconfig({ token: 'a-token' });
  ({ clusterId } = await as(world.headers.owner).clusters.create({ ...registered, kubeconfig }));
});
afterAll(async () => {
  await api?.stop();
  store?.close();
});

const as = (headers: Headers) => callerFor(database.db, headers);
const coverage = (headers: Headers) => as(headers).clusters.coverage({ clusterId });
const narrowed = (data: { namespaces: string[] }) =>
  database.db.roleBinding.update({ where: { id: world.viewerMemberId }, data });

function pod(namespace: string, name: string, containers: readonly string[]) {
  const containerStatuses = containers.map((container) => ({ name: container, state: { running: {} } }));
  return { metadata: { namespace, name }, status: { phase: 'Running', containerStatuses } };
}

test('what runs is told by the cluster itself where nothing is monitored', async () => {
  const whole = await coverage(world.headers.viewer);
  expect(whole).toMatchObject({ known: true, found: 0, expected: 3 });
  expect(whole.missing.map(({ namespace, container }) => `${namespace}/${container}`)).toEqual([
    'shop/web',
    'shop/cache',
    'payroll/db',
  ]);
});

test('somebody narrowed to a namespace learns nothing of the others, not even how much runs there', async () => {
  await narrowed({ namespaces: ['shop'] });
  const { missing, ...counts } = await coverage(world.headers.viewer);
  expect(counts).toMatchObject({ known: true, found: 0, expected: 2 });
  expect(missing.map(({ namespace, container }) => `${namespace}/${container}`)).toEqual(['shop/web', 'shop/cache']);
  await narrowed({ namespaces: ['elsewhere'] });
  expect(await coverage(world.headers.viewer)).toMatchObject({ known: false, expected: 0, missing: [] });
});

test('nor does a token that is narrowed to one', async () => {
  const { value, hash } = newOpaqueToken(tokenPrefix);
  await database.db.apiToken.create({
    data: {
      ...{ userId: world.people.owner.id, name: 'shop', prefix: value.slice(0, 14), tokenHash: hash, readOnly: true },
      ...{ projectId: world.own.id, namespaces: ['shop'], expiresAt: new Date(Date.now() + 3_600_000) },
    },
  });
  const answer = await coverage(new Headers({ authorization: `Bearer ${value}` }));
  expect(answer).toMatchObject({ expected: 2 });
  expect(JSON.stringify(answer)).not.toContain('payroll');
});

test('a condition that names ConfigMaps of other namespaces does not name them to somebody narrowed', async () => {
  const condition = { clusterId, type: 'DashboardsRead', status: 'True', reason: 'SomeRefused' } as const;
  const message = '0 dashboards from 1 ConfigMap. 1 refused: payroll/board, board.json: no JSON';
  const at = new Date();
  await database.db.clusterCondition.create({ data: { ...condition, message, lastTransitionAt: at, observedAt: at } });
  const messageTo = async (headers: Headers) => {
    const { conditions } = await as(headers).clusters.get({ clusterId });
    return conditions.find(({ type }) => type === 'DashboardsRead')?.message;
  };
  await narrowed({ namespaces: ['shop'] });
  expect(await messageTo(world.headers.viewer)).not.toContain('payroll');
  expect(await messageTo(world.headers.editor)).toBe(message);
});
