import { readFile } from 'node:fs/promises';
import { openSecretBox } from '@oriel/db/secret-box';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { testDatabase } from '@oriel/db/testing/postgres';
import { parseAccess } from '@oriel/k8s/api-access';
import { startTestCluster, type TestCluster } from '@oriel/k8s/testing/test-cluster';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { env } from '@/env.ts';
import type { OperationDetail } from '@/features/operations/output.ts';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);
let cluster: TestCluster;
let world: World;
let clusterId: string;

beforeAll(async () => {
  cluster = await startTestCluster(1);
  world = await makeWorld(database.db);
});
afterAll(async () => cluster?.stop());

const as = (role: 'owner' | 'editor' | 'viewer' | 'stranger') => callerFor(database.db, world.headers[role]);
const input = (kubeconfig: string, name = 'berlin') => ({
  ...{ project: world.own.slug, name, region: 'eu-1', kubeconfig },
  ...{ monitoring: true, logging: true },
});
const newestOperation = () =>
  database.db.operation.findFirstOrThrow({
    where: { clusterId },
    orderBy: { id: 'desc' },
    include: { attempts: { orderBy: { number: 'desc' }, include: { steps: { orderBy: { position: 'asc' } } } } },
  });

describe('registering', () => {
  const pasted = (change: { server?: string; user?: string }) => {
    const { server = cluster.access.server, user = 'token: wrong' } = change;
    const ca = Buffer.from(cluster.access.caPem ?? '').toString('base64');
    return [
      'current-context: c',
      'contexts: [{name: c, context: {cluster: c, user: c}}]',
      `clusters: [{name: c, cluster: {server: '${server}', certificate-authority-data: ${ca}}}]`,
      `users: [{name: c, user: {${user}}}]`,
    ].join('\n');
  };
  test.each([
    ['nonsense', () => 'hello', /not a kubeconfig/],
    ['a program to run', () => pasted({ user: 'exec: {command: aws}' }), /runs a program to sign in/],
    [
      'an address where nobody answers',
      // On the cluster's own network, where no node has this address.
      () => pasted({ server: cluster.access.server.replace(/\.\d+:/, '.60:') }),
      /did not answer|no network route/,
    ],
    [
      'a port where nothing is',
      () => pasted({ server: cluster.access.server.replace(/:\d+$/, ':1') }),
      /refused the connection/,
    ],
    ['a wrong token', () => pasted({}), /does not accept the credential/],
  ])('%s is refused with what to do, and nothing is left behind', async (_, text, sentence) => {
    const kubeconfig = text();
    const before = await database.db.cluster.count();
    await expect(as('owner').clusters.create(input(kubeconfig))).rejects.toThrow(sentence);
    expect(await database.db.cluster.count()).toBe(before);
    expect(await database.db.auditEntry.count({ where: { action: 'cluster.create' } })).toBe(0);
    const report = await as('owner').clusters.preflight({ project: world.own.slug, kubeconfig });
    expect(report.ok).toBe(false);
    expect(report.checks.find(({ ok }) => ok === false)?.message).toMatch(sentence);
  });

  test('a good one passes preflight, is stored sealed and allow-listed, and starts its operation', async () => {
    const report = await as('editor').clusters.preflight({ project: world.own.slug, kubeconfig: cluster.kubeconfig });
    expect(report).toMatchObject({ ok: true, version: 'v1.34.4', nodeCount: 1 });
    const created = await as('editor').clusters.create(input(cluster.kubeconfig));
    clusterId = created.clusterId;
    const row = await database.db.cluster.findUniqueOrThrow({ where: { id: clusterId } });
    expect(row).toMatchObject({ kubernetesVersion: 'v1.34.4', monitoringEnabled: true, loggingEnabled: true });
    const key = cluster.access.clientCertificate?.keyPem.split('\n')[1] ?? '?';
    expect(
      JSON.stringify(await database.db.auditEntry.findMany(), (_, value) =>
        typeof value === 'bigint' ? String(value) : value,
      ),
    ).not.toContain(key);
    expect(row.kubeconfigEnvelope).not.toContain(key);
    const secrets = await openSecretBox(env().ORIEL_KEY_FILE);
    const opened = await secrets.open(placeOf('kubeconfig', clusterId), row.kubeconfigEnvelope);
    expect(parseAccess(opened)).toEqual(cluster.access);
    const operation = await newestOperation();
    expect(operation).toMatchObject({ kind: 'apply', state: 'waiting', request: { monitoring: true, logging: true } });
    expect(operation.attempts[0]?.steps.map(({ key: step, state }) => `${step} ${state}`)[0]).toBe('reach waiting');
    const [job] = await database.db.$queryRaw<
      { n: bigint }[]
    >`SELECT count(*) AS n FROM graphile_worker.jobs WHERE key = ${`reconcile_cluster:${clusterId}`}`;
    expect(job?.n).toBe(1n);
    expect(await database.db.auditEntry.findFirst({ where: { action: 'cluster.create' } })).toMatchObject({
      targetId: clusterId,
    });
  });

  test('no answer of the API ever holds the kubeconfig', async () => {
    const secret = cluster.access.clientCertificate?.keyPem.split('\n')[1] ?? '?';
    const answers = [await as('owner').clusters.get({ clusterId }), await as('owner').fleet.list({})];
    expect(JSON.stringify(answers)).not.toContain(secret);
    expect(JSON.stringify(answers)).not.toContain('Envelope');
    expect(await readFile(env().ORIEL_KEY_FILE, 'utf8')).not.toContain(secret);
  });

  test('the same name twice in a project is refused', async () => {
    await expect(as('owner').clusters.create(input(cluster.kubeconfig))).rejects.toThrow(
      'already has a cluster named "berlin"',
    );
  });

  test('a viewer may not, and a stranger does not learn that it exists', async () => {
    await expect(as('viewer').clusters.setSwitches({ clusterId, logging: false })).rejects.toThrow('clusters:manage');
    await expect(as('stranger').clusters.get({ clusterId })).rejects.toThrow(/no such/);
    await expect(as('stranger').clusters.delete({ clusterId, confirmName: 'berlin' })).rejects.toThrow(/no such/);
    expect((await as('stranger').fleet.list({})).rows.map(({ name }) => name)).not.toContain('berlin');
  });
});

describe('changing', () => {
  test('a newer wish replaces an unfinished one, and both say so', async () => {
    const first = await newestOperation();
    const { operationId } = await as('owner').clusters.setSwitches({ clusterId, monitoring: false });
    const replaced = await as('owner').operations.get({ operationId: String(first.id) });
    expect(replaced.state).toBe('superseded');
    expect(replaced.runs[0]?.steps.every(({ state }) => state === 'skipped')).toBe(true);
    expect(await newestOperation()).toMatchObject({
      id: BigInt(operationId ?? 0),
      kind: 'apply',
      request: { monitoring: false, logging: true },
    });
  });

  test('what is so already starts nothing', async () => {
    expect(await as('owner').clusters.setSwitches({ clusterId, monitoring: false, logging: true })).toEqual({
      operationId: null,
    });
  });

  test('both off is a removal; on again wants a new first signal', async () => {
    await database.db.cluster.update({ where: { id: clusterId }, data: { firstLogAt: new Date() } });
    await as('owner').clusters.setSwitches({ clusterId, logging: false });
    expect((await newestOperation()).kind).toBe('remove');
    await as('owner').clusters.setSwitches({ clusterId, logging: true });
    expect(await database.db.cluster.findUnique({ where: { id: clusterId } })).toMatchObject({ firstLogAt: null });
  });

  test('two who press at once end in one open operation', async () => {
    const asked = await Promise.allSettled([
      as('owner').clusters.setSwitches({ clusterId, monitoring: true }),
      as('editor').clusters.applyAgain({ clusterId, takeOver: true }),
    ]);
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    const open = await database.db.operation.count({ where: { clusterId, state: { in: ['waiting', 'running'] } } });
    expect(open).toBe(1);
  });

  test('a failed operation is retried from the step that failed, and every attempt is kept', async () => {
    const { id, attempts } = await newestOperation();
    const operationId = String(id);
    await expect(as('owner').operations.retry({ operationId })).rejects.toThrow('Only a failed operation');
    await database.db.$transaction(async (tx) => {
      const key = { operationId: id, attempt: attempts[0]?.number ?? 0 };
      await tx.operationStep.updateMany({
        where: { ...key, position: { lt: 3 } },
        data: { state: 'succeeded', message: 'Fine.' },
      });
      await tx.operationStep.updateMany({ where: { ...key, position: 3 }, data: { state: 'failed', message: 'No.' } });
      await tx.operation.update({ where: { id }, data: { state: 'failed', finishedAt: new Date() } });
      await tx.operationAttempt.updateMany({
        where: { operationId: id },
        data: { finishedAt: new Date(), succeeded: false },
      });
    });
    await as('owner').operations.retry({ operationId });
    const { runs, state } = await as('viewer').operations.get({ operationId });
    expect(state).toBe('waiting');
    expect(runs.map(({ number }) => number)).toEqual([2, 1]);
    expect(runs[0]?.steps.map((step) => step.state).slice(0, 5)).toEqual([
      'skipped',
      'skipped',
      'skipped',
      'waiting',
      'waiting',
    ]);
    expect(runs[1]?.steps[3]).toMatchObject({ state: 'failed', message: 'No.' });
  });
});

describe('watching', () => {
  test('each change arrives as the whole operation, moments after it was written', async () => {
    const { id, attempts } = await newestOperation();
    const events = (await as('viewer').operations.watch({ operationId: String(id) }))[Symbol.asyncIterator]();
    // A caller inside the process gets what `tracked` made, before a transport unpacks it.
    const next = async () => ((await events.next()).value as unknown as [string, OperationDetail] | undefined)?.[1];
    expect((await next())?.runs[0]?.steps[3]?.state).toBe('waiting');
    const step = { operationId: id, attempt: attempts[0]?.number ?? 0, position: 3 };
    await database.db.operationStep.update({
      where: { operationId_attempt_position: step },
      data: { state: 'running', message: 'Comparing.', startedAt: new Date() },
    });
    const started = Date.now();
    expect((await next())?.runs[0]?.steps[3]).toMatchObject({ state: 'running', message: 'Comparing.' });
    expect(Date.now() - started).toBeLessThan(2_000);
    await events.return?.();
  });
});

describe('deleting', () => {
  test('wants the name, turns everything off, and can be asked again to leave things behind', async () => {
    await expect(as('owner').clusters.delete({ clusterId, confirmName: 'Berlin' })).rejects.toThrow('Type the cluster');
    await as('owner').clusters.delete({ clusterId, confirmName: 'berlin' });
    expect((await newestOperation()).kind).toBe('delete_cluster');
    await expect(as('owner').clusters.setSwitches({ clusterId, logging: true })).rejects.toThrow('being deleted');
    await as('owner').clusters.delete({ clusterId, confirmName: 'berlin', abandon: true });
    expect(await newestOperation()).toMatchObject({ state: 'waiting', request: { abandon: true } });
    expect(await database.db.cluster.findUnique({ where: { id: clusterId } })).toMatchObject({
      loggingEnabled: false,
      monitoringEnabled: false,
    });
  });
});
