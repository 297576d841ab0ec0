import { setTimeout as wait } from 'node:timers/promises';
import { testDatabase } from '@oriel/db/testing/postgres';
import { startTestCluster, type TestCluster } from '@oriel/k8s/testing/test-cluster';
import { closePools } from '@oriel/seed-client/pools';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiProxy } from './testing/api-proxy.ts';
import { OrielUnderTest, type Registered } from './testing/oriel-under-test.ts';
import { seeThrough } from './testing/see-through.ts';
import { type SeedUnderTest, startSeed } from './testing/seed-under-test.ts';
import { startWorker, type WorkerUnderTest } from './testing/worker-under-test.ts';

// A cluster in trouble, seen through a proxy before its real API server.
const database = testDatabase();
let cluster: TestCluster;
let proxy: ApiProxy;
let seed: SeedUnderTest;
let oriel: OrielUnderTest;
let worker: WorkerUnderTest;
let registered: Registered;
const on = { monitoring: false, logging: true };

beforeAll(async () => {
  // One after the other: what is there by then is stopped even where the next does not start.
  cluster = await startTestCluster(1);
  seed = await startSeed();
  proxy = await ApiProxy.start(cluster.access);
  oriel = new OrielUnderTest(database.db, seed);
  await oriel.prepare();
  worker = startWorker(database.url, oriel);
});
afterAll(async () => {
  await worker?.stop();
  await closePools();
  await proxy?.stop();
  await Promise.all([cluster?.stop(), seed?.stop()]);
});
beforeEach(() => {
  proxy.decide = () => 'pass';
  proxy.seen.length = 0;
});

const finish = (id: bigint, of: Registered) => seeThrough(id, { oriel, cluster, registered: of, roles: ['logs'] });
const lastOf = (operation: Awaited<ReturnType<typeof finish>>) =>
  (operation.attempts.at(-1)?.steps ?? []).filter(({ state }) => state !== 'waiting').at(-1);

describe('out of reach', () => {
  test('the step fails with its sentence, the operation can be retried, and others are not held up', async () => {
    await proxy.goDown();
    registered = await oriel.register('gone', proxy.access, on);
    const other = await oriel.register('fine', cluster.access, on);
    const failed = await finish(await oriel.ask(registered, 'apply', on), registered);
    expect(failed.state).toBe('failed');
    expect(lastOf(failed)).toMatchObject({
      key: 'reach',
      state: 'failed',
      message: expect.stringContaining('refused the connection'),
    });
    expect(await oriel.condition(registered, 'Reachable')).toMatchObject({
      status: 'False',
      reason: 'ConnectionRefused',
    });
    const healthy = await finish(await oriel.ask(other, 'apply', on), other);
    expect(healthy.state, lastOf(healthy)?.message ?? '').toBe('succeeded');
    await database.db.cluster.update({ where: { id: other.id }, data: { loggingEnabled: false } });
    const done = await finish(await oriel.ask(other, 'remove'), other);
    expect(done.state, lastOf(done)?.message ?? '').toBe('succeeded');
    await database.db.cluster.delete({ where: { id: other.id } });
  });

  test('tries grow apart, at most one a second, with no further entry in the record', async () => {
    const row = async () => database.db.cluster.findUniqueOrThrow({ where: { id: registered.id } });
    await expect.poll(async () => (await row()).failures, { timeout: 30_000 }).toBeGreaterThan(3);
    const { failures, retryAt } = await row();
    const ahead = (retryAt?.getTime() ?? 0) - Date.now();
    expect(ahead).toBeLessThan(2 ** failures * 1_000);
    expect(
      (
        await database.db.operation.findFirstOrThrow({
          where: { clusterId: registered.id },
          include: { attempts: true },
        })
      ).attempts,
    ).toHaveLength(1);
  });

  test('a restarted worker neither forgets nor hurries the next try', async () => {
    const retryAt = new Date(Date.now() + 60_000);
    await worker.stop();
    await database.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    await database.db.cluster.update({ where: { id: registered.id }, data: { retryAt } });
    worker = startWorker(database.url, oriel);
    const due = async () =>
      database.db.$queryRaw<
        { run_at: Date }[]
      >`SELECT run_at FROM graphile_worker.jobs WHERE key LIKE 'reconcile_cluster:%'`;
    await expect.poll(due, { timeout: 10_000 }).toEqual([{ run_at: retryAt }]);
  });

  test('once it is back, the operation goes on by itself as a second attempt', async () => {
    await proxy.comeBack();
    await oriel.wake(registered);
    const { id } = await database.db.operation.findFirstOrThrow({ where: { clusterId: registered.id } });
    await expect.poll(async () => (await oriel.operation(id)).attempts.length, { timeout: 20_000 }).toBe(2);
    const operation = await finish(id, registered);
    expect(operation.state, lastOf(operation)?.message ?? '').toBe('succeeded');
    expect(operation.attempts.map(({ succeeded }) => succeeded)).toEqual([false, true]);
    expect(await database.db.cluster.findUnique({ where: { id: registered.id } })).toMatchObject({
      failures: 0,
      retryAt: null,
    });
    expect(await oriel.condition(registered, 'Reachable')).toMatchObject({ status: 'True' });
  });
});

describe('an API server in a bad mood', () => {
  test.each([
    [429, { 'retry-after': '2' }],
    [500, {}],
    [503, {}],
  ])('%i: never asked again within a second, and finished when it is over', async (status, headers) => {
    let left = 3;
    proxy.decide = (method) => (method === 'PATCH' && left-- > 0 ? { status, headers } : 'pass');
    await cluster.call('DELETE', '/api/v1/namespaces/oriel-agent/configmaps/oriel-agent-bootstrap');
    const operation = await finish(await oriel.ask(registered, 'apply', on), registered);
    expect(operation.state, lastOf(operation)?.message ?? '').toBe('succeeded');
    const tries = proxy.seen
      .filter(({ method, path }) => method === 'PATCH' && path.includes('oriel-agent-bootstrap'))
      .map(({ at }) => at);
    const gaps = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
    expect(tries.length).toBeGreaterThanOrEqual(4);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(status === 429 ? 2_000 : 1_000);
  });

  test('one that hangs costs its own time only', async () => {
    proxy.decide = () => 'hang';
    const operation = await finish(await oriel.ask(registered, 'apply', on), registered);
    expect(lastOf(operation)).toMatchObject({
      key: 'reach',
      message: expect.stringContaining('did not answer within 15 s'),
    });
    proxy.decide = () => 'pass';
    await oriel.wake(registered);
    await expect.poll(async () => (await oriel.operation(operation.id)).attempts.length, { timeout: 10_000 }).toBe(2);
    const again = await finish(operation.id, registered);
    expect(again.state, lastOf(again)?.message ?? '').toBe('succeeded');
  }, 90_000);

  test('one that hangs while nobody waits for it holds up nobody who then asks', async () => {
    proxy.decide = () => 'hang';
    const before = proxy.seen.length;
    await oriel.wake(registered);
    await expect.poll(() => proxy.seen.length, { timeout: 10_000 }).toBeGreaterThan(before);
    // What hangs by now goes on hanging.
    proxy.decide = () => 'pass';
    const id = await oriel.ask(registered, 'apply', on);
    await expect.poll(async () => (await oriel.operation(id)).state, { timeout: 5_000 }).not.toBe('waiting');
    const operation = await finish(id, registered);
    expect(operation.state, lastOf(operation)?.message ?? '').toBe('succeeded');
  });

  test('a credential that was revoked, and the kubeconfig that replaces it: tried at once, and reached again', async () => {
    proxy.decide = (_method, _path, token) => (token === 'fresh' ? 'pass' : { status: 401 });
    const operation = await finish(await oriel.ask(registered, 'apply', on), registered);
    expect(lastOf(operation)?.message).toContain('does not accept the credential (401)');
    expect(await oriel.condition(registered, 'Reachable')).toMatchObject({ status: 'False', reason: 'Unauthorized' });
    const row = () => database.db.cluster.findUniqueOrThrow({ where: { id: registered.id } });
    await expect.poll(async () => (await row()).failures, { timeout: 30_000 }).toBeGreaterThan(3);

    const former = await worker.ctx.clients.get(await row());
    await oriel.replaceAccess(registered, { ...proxy.access, token: 'fresh' });
    const replacedAt = Date.now();
    const reachable = async () => (await oriel.condition(registered, 'Reachable'))?.status;
    await expect.poll(reachable, { timeout: 10_000 }).toBe('True');
    console.log(`from a replaced kubeconfig to a reached cluster: ${Date.now() - replacedAt} ms`);
    expect(await worker.ctx.clients.get(await row())).not.toBe(former);
    await expect.poll(async () => (await oriel.operation(operation.id)).attempts.length, { timeout: 10_000 }).toBe(2);
    const again = await finish(operation.id, registered);
    expect(again.state, lastOf(again)?.message ?? '').toBe('succeeded');
    expect(await row()).toMatchObject({ failures: 0, retryAt: null });
  });
});

describe('the database', () => {
  test('every connection cut again and again while an operation runs: it ends all the same', async () => {
    const id = await oriel.ask(registered, 'apply', on);
    for (let turn = 0; turn < 4; turn++) {
      await wait(600);
      await database.db.$queryRaw`
        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`.catch(() => undefined);
    }
    const operation = await finish(id, registered);
    expect(operation.state, lastOf(operation)?.message ?? '').toBe('succeeded');
  }, 90_000);
});

describe('somebody else', () => {
  test('who owns a field is named, nothing is overwritten, until a person says so', async () => {
    const logs = '/apis/apps/v1/namespaces/oriel-agent/daemonsets/oriel-agent-logs';
    const first = await finish(await oriel.ask(registered, 'apply', on), registered);
    expect(first.state, lastOf(first)?.message ?? '').toBe('succeeded');
    // As after an upgrade of Oriel: what was applied before is not what is desired now.
    await cluster.api.call({
      method: 'PATCH',
      path: logs,
      query: { fieldManager: 'kubectl-edit' },
      contentType: 'application/merge-patch+json',
      body: JSON.stringify({
        metadata: { annotations: { 'oriel.dev/desired-hash': 'of-a-former-version' } },
        spec: { template: { spec: { terminationGracePeriodSeconds: 5 } } },
      }),
      what: 'edit',
    });
    const refused = await finish(await oriel.ask(registered, 'apply', on), registered);
    expect(refused.state).toBe('failed');
    expect(lastOf(refused)).toMatchObject({
      key: 'apply',
      message: expect.stringMatching(/terminationGracePeriodSeconds \(set by kubectl-edit\).*Nothing was overwritten/),
    });
    expect(JSON.stringify(await cluster.call('GET', logs))).toContain('"terminationGracePeriodSeconds":5');
    const taken = await finish(await oriel.ask(registered, 'apply', { ...on, takeOver: true }), registered);
    expect(taken.state, lastOf(taken)?.message ?? '').toBe('succeeded');
    expect(JSON.stringify(await cluster.call('GET', logs))).toContain('"terminationGracePeriodSeconds":30');
  });
});

describe('deleting what cannot be reached', () => {
  test('says so, and forgets it only when asked to leave things behind', async () => {
    await proxy.goDown();
    await database.db.cluster.update({
      where: { id: registered.id },
      data: { deletionRequestedAt: new Date(), loggingEnabled: false },
    });
    const stuck = await finish(await oriel.ask(registered, 'delete_cluster', { abandon: false }), registered);
    expect(stuck.state).toBe('failed');
    expect(await database.db.cluster.count({ where: { id: registered.id } })).toBe(1);
    const operation = await finish(await oriel.ask(registered, 'delete_cluster', { abandon: true }), registered);
    expect(operation.state, lastOf(operation)?.message ?? '').toBe('succeeded');
    const passed = operation.attempts[0]?.steps.filter(({ state }) => state === 'skipped');
    expect(passed?.map(({ key }) => key)).toEqual(['reach', 'plan', 'prune']);
    expect(passed?.[0]?.message).toContain('stays behind');
    expect(await database.db.cluster.count()).toBe(0);
    await proxy.comeBack();
  });
});
