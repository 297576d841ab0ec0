import { testDatabase } from '@oriel/db/testing/postgres';
import { startTestCluster, type TestCluster } from '@oriel/k8s/testing/test-cluster';
import { closePools } from '@oriel/seed-client/pools';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OrielUnderTest, type Registered } from './testing/oriel-under-test.ts';
import { seeThrough } from './testing/see-through.ts';
import { type SeedUnderTest, startSeed } from './testing/seed-under-test.ts';
import { startWorker, type WorkerUnderTest } from './testing/worker-under-test.ts';

// The life of one cluster, from registration to deletion, on a real API server, Loki, Mimir, nginx and PostgreSQL.
const database = testDatabase();
let cluster: TestCluster;
let seed: SeedUnderTest;
let oriel: OrielUnderTest;
let worker: WorkerUnderTest;
let registered: Registered;

beforeAll(async () => {
  // One after the other: what is there by then is stopped even where the next does not start.
  cluster = await startTestCluster();
  seed = await startSeed();
  oriel = new OrielUnderTest(database.db, seed);
  await oriel.prepare();
  worker = startWorker(database.url, oriel);
});
afterAll(async () => {
  await worker?.stop();
  await closePools();
  await Promise.all([cluster?.stop(), seed?.stop()]);
});

const finish = (id: bigint, roles?: ('logs' | 'metrics')[]) => seeThrough(id, { oriel, cluster, registered, roles });
/** Every step in order, with its message. */
const stepsOf = (operation: Awaited<ReturnType<typeof finish>>) =>
  (operation.attempts.at(-1)?.steps ?? []).map(({ key, state, message }) => `${key} ${state}: ${message}`);
const everythingOf = async () =>
  JSON.stringify(
    await Promise.all(
      [
        '/api/v1/namespaces',
        '/api/v1/pods',
        '/apis/rbac.authorization.k8s.io/v1/clusterroles',
        '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
        '/apis/scheduling.k8s.io/v1/priorityclasses',
      ].map((path) => cluster.call('GET', path)),
    ),
  );

test('registered with both on: every step to the first line, and the signals of that line', async () => {
  registered = await oriel.register('alpha', cluster.access, { monitoring: true, logging: true });
  const started = Date.now();
  const operation = await finish(await oriel.ask(registered, 'apply', { monitoring: true, logging: true }));
  expect(stepsOf(operation)).toEqual([
    expect.stringMatching(/^reach succeeded: https:.* answered after \d+ ms: Kubernetes v1.34.4, 2 nodes/),
    expect.stringMatching(/^preflight succeeded: /),
    expect.stringMatching(/^ingest succeeded: https:.* lets this cluster in; its certificate is good until/),
    'plan succeeded: 21 to create, 0 to update, 0 unchanged, 0 to remove.',
    'apply succeeded: 21 objects applied.',
    'prune succeeded: Nothing is left over.',
    expect.stringMatching(/^agents_ready succeeded: Ready: .*logs 2\/2/),
    expect.stringMatching(
      /^configuration succeeded: All agents run the newest configuration \(logs 1\/1, metrics 1\/1\)/,
    ),
    'first_signal succeeded: First log line: level=info msg="hello" First metrics received.',
  ]);
  expect(operation.state).toBe('succeeded');
  console.log(`from asking to the first line: ${Date.now() - started} ms, with agents that answer at once`);
  const row = await database.db.cluster.findUniqueOrThrow({ where: { id: registered.id } });
  expect(row).toMatchObject({ kubernetesVersion: 'v1.34.4', nodeCount: 2, failures: 0, retryAt: null });
  expect(row.firstLogAt).not.toBeNull();
  expect(row.appliedHash).toMatch(/^[0-9a-f]{64}$/);
  expect(operation.attempts[0]?.steps[4]?.log).toContain('created DaemonSet oriel-agent-logs');
});

test('conditions follow, and the seed is seen to be well', async () => {
  await expect
    .poll(async () => (await oriel.condition(registered, 'LogsFresh'))?.reason, { timeout: 40_000 })
    .toBe('Arriving');
  await expect
    .poll(async () => (await oriel.condition(registered, 'MetricsFresh'))?.reason, { timeout: 40_000 })
    .toBe('Arriving');
  for (const type of ['Reachable', 'AgentsReady', 'InSync']) {
    await expect.poll(async () => (await oriel.condition(registered, type))?.status, { timeout: 20_000 }).toBe('True');
  }
  const { health } = await database.db.seed.findUniqueOrThrow({ where: { id: oriel.seedId } });
  expect(health).toMatchObject({ metrics: { ok: true }, logs: { ok: true }, ingest: { ok: true } });
}, 90_000);

test('drift is put right without an operation, and said', async () => {
  const logs = '/apis/apps/v1/namespaces/oriel-agent/daemonsets/oriel-agent-logs';
  await cluster.call('DELETE', '/api/v1/namespaces/oriel-agent/configmaps/oriel-agent-bootstrap');
  await cluster.call('PATCH', logs, {
    metadata: { annotations: { note: 'theirs' } },
    spec: { template: { spec: { terminationGracePeriodSeconds: 1 } } },
  });
  const operations = await database.db.operation.count();
  await oriel.wake(registered);
  await expect
    .poll(async () => (await oriel.condition(registered, 'InSync'))?.reason, { timeout: 20_000 })
    .toBe('PutRight');
  expect((await oriel.condition(registered, 'InSync'))?.message).toMatch(
    /DaemonSet oriel-agent-logs|ConfigMap oriel-agent-bootstrap/,
  );
  const after = JSON.stringify(await cluster.call('GET', logs));
  expect(after).toContain('"terminationGracePeriodSeconds":30');
  expect(after).toContain('"note":"theirs"');
  await cluster.call('GET', '/api/v1/namespaces/oriel-agent/configmaps/oriel-agent-bootstrap');
  expect(await database.db.operation.count()).toBe(operations);
});

test('one part off: that part goes, the other stays', async () => {
  await database.db.cluster.update({ where: { id: registered.id }, data: { monitoringEnabled: false } });
  const operation = await finish(await oriel.ask(registered, 'apply', { monitoring: false, logging: true }), ['logs']);
  expect(operation.state, stepsOf(operation).join('\n')).toBe('succeeded');
  const everything = await everythingOf();
  expect(everything).not.toMatch(/oriel-agent-metrics|kube-state-metrics/);
  expect(everything).toContain('oriel-agent-logs');
});

test('both off: nothing is left, and the credential is refused', async () => {
  await database.db.cluster.update({ where: { id: registered.id }, data: { loggingEnabled: false } });
  const certificate = await oriel.certificate(registered);
  const operation = await finish(await oriel.ask(registered, 'remove', { monitoring: false, logging: false }));
  expect(operation.state, stepsOf(operation).join('\n')).toBe('succeeded');
  expect(await everythingOf()).not.toContain('oriel');
  if (certificate === undefined) throw new Error('There was no credential.');
  await expect.poll(() => seed.pushLine(certificate, { cluster: 'alpha' }, 'late'), { timeout: 5_000 }).toBe(403);
}, 90_000);

test('on again, then deleted: the cluster is clean, the row is gone, the operation stays', async () => {
  await database.db.cluster.update({ where: { id: registered.id }, data: { loggingEnabled: true, firstLogAt: null } });
  const again = await finish(await oriel.ask(registered, 'apply', { monitoring: false, logging: true }), ['logs']);
  expect(again.state, stepsOf(again).join('\n')).toBe('succeeded');
  await database.db.cluster.update({
    where: { id: registered.id },
    data: { loggingEnabled: false, deletionRequestedAt: new Date() },
  });
  const operation = await finish(await oriel.ask(registered, 'delete_cluster'));
  expect(operation).toMatchObject({ state: 'succeeded', clusterId: null, clusterName: 'alpha' });
  expect(stepsOf(operation)[3]).toBe('revoke succeeded: The ingest gateway refuses the agents of this cluster.');
  expect(await database.db.cluster.count()).toBe(0);
  expect(await everythingOf()).not.toContain('oriel');
}, 120_000);
