import { createLog } from '@oriel/db/log';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { makeCluster, makeProject, type ProjectRow } from '@oriel/db/testing/fixtures';
import { testSecretBox } from '@oriel/db/testing/keys';
import { testDatabase } from '@oriel/db/testing/postgres';
import { type ApiAccess, serializeAccess } from '@oriel/k8s/api-access';
import { startTestCluster, type TestCluster } from '@oriel/k8s/testing/test-cluster';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ClusterClients } from '../../cluster-clients.ts';
import type { WorkerContext } from '../../context.ts';
import { Cooldown } from '../cooldown.ts';
import { DriftMemory } from '../drift-memory.ts';
import { reconcileCluster } from '../reconcile-cluster.ts';
import { Visit } from '../visit.ts';

// Dashboards in ConfigMaps of a real API server, and the rows that looks at the cluster make of them.
const database = testDatabase();
const secrets = testSecretBox();
let kubernetes: TestCluster;
let ctx: WorkerContext;
let project: ProjectRow;
let clusterId: string;

beforeAll(async () => {
  kubernetes = await startTestCluster(1);
  ctx = {
    db: database.db,
    secrets,
    log: createLog({ name: 'worker', level: 'fatal' }),
    clients: new ClusterClients(secrets, { allowLoopback: false }),
    driftMemory: new DriftMemory(),
    cooldown: new Cooldown(),
  };
  project = await makeProject(database.db);
  clusterId = (await makeCluster(database.db, project)).id;
  await enterWith(kubernetes.access);
});
afterAll(async () => {
  await ctx?.clients.close();
  await kubernetes?.stop();
});

async function enterWith(access: ApiAccess): Promise<void> {
  const kubeconfigEnvelope = await secrets.seal(placeOf('kubeconfig', clusterId), serializeAccess(access));
  await database.db.cluster.update({
    where: { id: clusterId },
    data: { kubeconfigEnvelope, monitoringEnabled: false, loggingEnabled: false },
  });
}

const configMaps = '/api/v1/namespaces/default/configmaps';
const labels = { 'oriel.io/dashboard': 'true' };
const text = (title: string) => JSON.stringify({ title, panels: [], refresh: '1m' });
const change = (data: Record<string, string | null>) => kubernetes.call('PATCH', `${configMaps}/boards`, { data });
const conditionNow = () =>
  database.db.clusterCondition.findUniqueOrThrow({ where: { clusterId_type: { clusterId, type: 'DashboardsRead' } } });
/** Entries of the audit trail, the oldest first. */
const followed = () =>
  database.db.auditEntry.findMany({
    where: { action: 'dashboard.follow_config_maps', targetId: clusterId },
    orderBy: { id: 'asc' },
  });
const generation = async () =>
  (await database.db.grafanaOrganization.findUniqueOrThrow({ where: { projectId: project.id } })).generation;

/** The rows after a look at the cluster, a minute after the one before or after a restart. */
async function rowsAfterLook(what: 'later' | 'restarted' = 'restarted') {
  const known = ctx.driftMemory.dashboardsOf(clusterId);
  if (what === 'restarted') ctx.driftMemory.clear();
  else if (known) ctx.driftMemory.rememberDashboards(clusterId, { ...known, at: known.at - 60_000 });
  expect(
    await reconcileCluster(ctx, clusterId, { stop: new AbortController().signal, visit: new Visit() }),
  ).toBeGreaterThan(50_000);
  return database.db.projectDashboard.findMany({ where: { projectId: project.id }, orderBy: { key: 'asc' } });
}

test('without any, that is said', async () => {
  expect(await rowsAfterLook()).toEqual([]);
  expect(await conditionNow()).toMatchObject({ status: 'True', reason: 'NoneThere' });
});

test('a ConfigMap with the label brings its keys, at the next look a minute later', async () => {
  const data = { 'orders.json': text('Orders'), 'stock.json': text('Stock'), 'notes.txt': 'hello' };
  await kubernetes.call('POST', configMaps, { metadata: { name: 'boards', labels }, data });
  await kubernetes.call('POST', configMaps, { metadata: { name: 'others' }, data });
  await reconcileCluster(ctx, clusterId, { stop: new AbortController().signal, visit: new Visit() });
  expect(await database.db.projectDashboard.count()).toBe(0);
  const place = { source: 'config_map', clusterId, namespace: 'default', name: 'boards', version: 1 };
  expect(await rowsAfterLook('later')).toMatchObject([
    { ...place, key: 'orders.json', title: 'Orders', model: { title: 'Orders', panels: [], refresh: '1m' } },
    { ...place, key: 'stock.json', title: 'Stock' },
  ]);
  expect(await conditionNow()).toMatchObject({
    status: 'True',
    reason: 'AllRead',
    message: '2 dashboards from 1 ConfigMap.',
  });
  expect(await followed()).toMatchObject([{ after: { added: [expect.any(String), expect.any(String)], removed: [] } }]);
});

test('nothing changed: nothing is written, after a restart neither', async () => {
  const [before, raised] = [await rowsAfterLook('later'), await generation()];
  const looked = ctx.driftMemory.dashboardsOf(clusterId)?.at;
  expect(looked, 'this look counts for the next minute').toBeGreaterThan(Date.now() - 30_000);
  expect(await rowsAfterLook('restarted')).toEqual(before);
  expect(await generation()).toBe(raised);
  expect(await followed()).toHaveLength(1);
});

test('a change is a new version of the same dashboard, which Grafana is told of', async () => {
  const [[before], raised] = [await rowsAfterLook('later'), await generation()];
  await change({ 'orders.json': text('Orders by hour') });
  const [orders, stock] = await rowsAfterLook('later');
  expect(orders).toMatchObject({ uid: before?.uid, title: 'Orders by hour', version: 2 });
  expect(stock?.version).toBe(1);
  expect(await generation()).toBeGreaterThan(raised);
  expect((await followed())[1]).toMatchObject({ after: { added: [], changed: [before?.uid], removed: [] } });
});

test('one that breaks goes and is named; the other stays', async () => {
  await change({ 'orders.json': '{"title": "Orders"' });
  expect((await rowsAfterLook('later')).map(({ key }) => key)).toEqual(['stock.json']);
  expect(await conditionNow()).toMatchObject({
    status: 'True',
    reason: 'SomeRefused',
    message: '1 dashboard from 1 ConfigMap. 1 refused: default/boards, orders.json: It is not JSON.',
  });
});

test('without the right to list them, the rows stay, the rest goes on, and the right is named', async () => {
  const { token } = await accountWithoutConfigMaps();
  const { server, caPem } = kubernetes.access;
  await enterWith({ server, ...(caPem === undefined ? {} : { caPem }), token });
  expect(await rowsAfterLook()).toHaveLength(1);
  expect(await conditionNow()).toMatchObject({
    status: 'False',
    reason: 'Forbidden',
    message: expect.stringContaining('the verb "list" on "configmaps"'),
  });
  expect(await database.db.cluster.findUniqueOrThrow({ where: { id: clusterId } })).toMatchObject({ failures: 0 });
  await enterWith(kubernetes.access);
});

test('they go with a key, with the label, and with the cluster', async () => {
  await change({ 'orders.json': text('Orders') });
  expect(await rowsAfterLook()).toHaveLength(2);
  await change({ 'orders.json': null });
  expect(await rowsAfterLook('later')).toHaveLength(1);
  await kubernetes.call('PATCH', `${configMaps}/boards`, { metadata: { labels: { 'oriel.io/dashboard': null } } });
  expect(await rowsAfterLook('later')).toEqual([]);
  await kubernetes.call('PATCH', `${configMaps}/others`, { metadata: { labels } });
  expect(await rowsAfterLook('later')).toHaveLength(2);
  await kubernetes.call('DELETE', `${configMaps}/others`);
  expect(await rowsAfterLook('later')).toEqual([]);
  await kubernetes.call('PATCH', `${configMaps}/boards`, { metadata: { labels } });
  expect(await rowsAfterLook('later')).toHaveLength(1);
  await database.db.cluster.delete({ where: { id: clusterId } });
  expect(await database.db.projectDashboard.count()).toBe(0);
});

/** May do what a look at a cluster needs; ConfigMaps in Oriel's namespace only. */
async function accountWithoutConfigMaps(): Promise<{ token: string }> {
  const rbac = '/apis/rbac.authorization.k8s.io/v1';
  const apiGroup = 'rbac.authorization.k8s.io';
  const verbs = ['*'];
  const subjects = [{ kind: 'ServiceAccount', name: 'narrow', namespace: 'default' }];
  const metadata = { name: 'narrow' };
  await kubernetes.call('POST', '/api/v1/namespaces', { metadata: { name: 'oriel-agent' } });
  await kubernetes.call('POST', '/api/v1/namespaces/default/serviceaccounts', { metadata });
  await kubernetes.call('POST', `${rbac}/clusterroles`, {
    metadata,
    rules: [
      { apiGroups: [apiGroup, 'scheduling.k8s.io', 'networking.k8s.io', 'apps'], resources: ['*'], verbs },
      { apiGroups: [''], resources: ['namespaces', 'nodes', 'serviceaccounts', 'secrets'], verbs },
    ],
  });
  await kubernetes.call('POST', `${rbac}/clusterrolebindings`, {
    metadata,
    subjects,
    roleRef: { apiGroup, kind: 'ClusterRole', name: 'narrow' },
  });
  await kubernetes.call('POST', `${rbac}/namespaces/oriel-agent/roles`, {
    metadata,
    rules: [{ apiGroups: [''], resources: ['configmaps'], verbs }],
  });
  await kubernetes.call('POST', `${rbac}/namespaces/oriel-agent/rolebindings`, {
    metadata,
    subjects,
    roleRef: { apiGroup, kind: 'Role', name: 'narrow' },
  });
  const path = '/api/v1/namespaces/default/serviceaccounts/narrow/token';
  const answer = (await kubernetes.call('POST', path, { spec: {} })) as { status: { token: string } };
  return answer.status;
}
