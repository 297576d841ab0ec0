import { recordCollectors } from '@oriel/db/collectors';
import { openSecretBox } from '@oriel/db/secret-box';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { testDatabase } from '@oriel/db/testing/postgres';
import { parseAccess } from '@oriel/k8s/api-access';
import { parseKubeconfig } from '@oriel/k8s/kubeconfig';
import { startTestCluster, type TestCluster } from '@oriel/k8s/testing/test-cluster';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { env } from '@/env.ts';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

// A cluster's kubeconfig takes the place of another, on a real API server.
const database = testDatabase();
testEnv(() => database.url);
let cluster: TestCluster;
let world: World;
let clusterId: string;

beforeAll(async () => {
  cluster = await startTestCluster(1);
  world = await makeWorld(database.db);
  const { kubeconfig } = cluster;
  const input = { project: world.own.slug, name: 'berlin', region: 'eu-1', kubeconfig };
  clusterId = (await as('owner').clusters.create({ ...input, monitoring: false, logging: false })).clusterId;
});
afterAll(async () => cluster?.stop());

const later = () => new Date(Date.now() + 300_000);
/** As a cluster is left whose credential was refused for long. */
beforeEach(async () => {
  const data = { failures: 9, retryAt: later(), apiServer: 'https://former.example:6443' };
  await database.db.cluster.update({ where: { id: clusterId }, data });
  await database.db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET run_at = ${later()} WHERE key = ${`reconcile_cluster:${clusterId}`}`;
});

const as = (role: 'owner' | 'editor' | 'viewer' | 'stranger') => callerFor(database.db, world.headers[role]);
const replace = (kubeconfig: string, role: Parameters<typeof as>[0] = 'owner') =>
  as(role).clusters.replaceKubeconfig({ clusterId, kubeconfig });
const rowOf = () => database.db.cluster.findUniqueOrThrow({ where: { id: clusterId } });
const auditOf = () => database.db.auditEntry.findMany({ where: { action: 'cluster.replace_kubeconfig' } });
const isDue = async () => {
  const [job] = await database.db.$queryRaw<{ due: boolean }[]>`
    SELECT run_at <= now() AS due FROM graphile_worker.jobs WHERE key = ${`reconcile_cluster:${clusterId}`}`;
  return job?.due;
};
const agentsHeard = (seenAt: Date) => {
  const sighting = { clusterId, collectorId: 'logs/node-1', role: 'logs', node: 'node-1', seenAt } as const;
  const untold = { version: undefined, servedHash: undefined, status: undefined };
  return recordCollectors(database.db, [{ ...sighting, ...untold }]);
};

function withToken(token: string): string {
  const ca = Buffer.from(cluster.access.caPem ?? '').toString('base64');
  return [
    'current-context: c',
    'contexts: [{name: c, context: {cluster: c, user: c}}]',
    `clusters: [{name: c, cluster: {server: '${cluster.access.server}', certificate-authority-data: ${ca}}}]`,
    `users: [{name: c, user: {token: ${token}}}]`,
  ].join('\n');
}

/** A token of an account that was made for Oriel. */
async function freshToken(name: string): Promise<string> {
  const accounts = '/api/v1/namespaces/default/serviceaccounts';
  await cluster.call('POST', accounts, { metadata: { name } });
  await cluster.call('POST', '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', {
    metadata: { name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
    subjects: [{ kind: 'ServiceAccount', name, namespace: 'default' }],
  });
  const answer = await cluster.call('POST', `${accounts}/${name}/token`, { spec: {} });
  return (answer as { status: { token: string } }).status.token;
}

/** Refused with a sentence, by the check alone too, and everything is as it was. */
async function refused(kubeconfig: string, sentence: RegExp): Promise<void> {
  const [row, entries] = [await rowOf(), await auditOf()];
  await expect(replace(kubeconfig)).rejects.toThrow(sentence);
  const report = await as('owner').clusters.preflightReplacement({ clusterId, kubeconfig });
  expect(report.ok).toBe(false);
  expect(report.checks.find(({ ok }) => ok === false)?.message).toMatch(sentence);
  expect(await rowOf()).toEqual(row);
  expect(await auditOf()).toEqual(entries);
  expect(await isDue()).toBe(false);
}

test.each([
  ['nonsense', () => 'hello', /not a kubeconfig/],
  ['one with a wrong token', () => withToken('wrong'), /does not accept the credential \(401\)/],
])('%s is refused, and nothing has changed', async (_, text, sentence) => {
  await refused(text(), sentence);
});

test('one that passes is sealed in the place of the other, and the cluster is tried at once', async () => {
  const token = await freshToken('oriel-fresh');
  const kubeconfig = withToken(token);
  const report = await as('editor').clusters.preflightReplacement({ clusterId, kubeconfig });
  expect(report).toMatchObject({ ok: true, version: 'v1.34.4', nodeCount: 1 });
  expect(report.checks.at(-1)).toMatchObject({ title: 'Leads to the registered cluster' });
  expect(await isDue()).toBe(false);

  const apiServer = cluster.access.server;
  expect(await replace(kubeconfig, 'editor')).toEqual({ apiServer, version: 'v1.34.4', nodeCount: 1 });
  const row = await rowOf();
  expect(row).toMatchObject({ name: 'berlin', apiServer, failures: 0, retryAt: null });
  expect(row.kubeconfigEnvelope).not.toContain(token);
  const secrets = await openSecretBox(env().ORIEL_KEY_FILE);
  const opened = await secrets.open(placeOf('kubeconfig', clusterId), row.kubeconfigEnvelope);
  expect(parseAccess(opened)).toEqual(parseKubeconfig(kubeconfig));
  expect(await isDue()).toBe(true);

  const [entry] = await auditOf();
  expect(entry).toMatchObject({
    ...{ projectId: world.own.id, targetType: 'cluster', targetId: clusterId },
    ...{ before: { apiServer: 'https://former.example:6443' }, after: { apiServer } },
  });
  const text = JSON.stringify(entry, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  for (const part of token.split('.')) expect(text).not.toContain(part);
});

test('one of another cluster is refused; what tells is who installed Oriel there', async () => {
  const { kubeconfig } = cluster;
  await agentsHeard(new Date());
  await refused(kubeconfig, /Agents of the registered cluster report to Oriel.*it is another cluster/);

  const other = '11111111-2222-4333-8444-555555555555';
  const ownedBy = (id: string) => ({ 'app.kubernetes.io/managed-by': 'oriel', 'oriel.dev/cluster-id': id });
  await cluster.call('POST', '/api/v1/namespaces', { metadata: { name: 'oriel-agent', labels: ownedBy(other) } });
  await refused(kubeconfig, new RegExp(`leads to another cluster.*registration ${other}`));

  await cluster.call('PATCH', '/api/v1/namespaces/oriel-agent', { metadata: { labels: ownedBy(clusterId) } });
  expect(await replace(kubeconfig)).toMatchObject({ apiServer: cluster.access.server });
});

test('one that is being deleted may need it to be left', async () => {
  await database.db.cluster.update({ where: { id: clusterId }, data: { deletionRequestedAt: new Date() } });
  await replace(cluster.kubeconfig);
  expect(await rowOf()).toMatchObject({ failures: 0, deletionRequestedAt: expect.any(Date) });
  expect(await isDue()).toBe(true);
});

test('a viewer may not, and a stranger does not learn that the cluster exists', async () => {
  const { kubeconfig } = cluster;
  const row = await rowOf();
  await expect(replace(kubeconfig, 'viewer')).rejects.toThrow('clusters:manage');
  await expect(replace(kubeconfig, 'stranger')).rejects.toThrow(/no such/);
  await expect(as('viewer').clusters.preflightReplacement({ clusterId, kubeconfig })).rejects.toThrow(
    'clusters:manage',
  );
  await expect(as('stranger').clusters.preflightReplacement({ clusterId, kubeconfig })).rejects.toThrow(/no such/);
  expect(await rowOf()).toEqual(row);
});
