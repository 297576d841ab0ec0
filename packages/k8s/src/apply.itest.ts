import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ClusterError } from './cluster-error.ts';
import { type KubernetesObject, objectPath } from './objects.ts';
import { glance, observe } from './observe.ts';
import { makePlan, type Plan } from './plan.ts';
import { deleteObject } from './prune.ts';
import { applyObject } from './server-side-apply.ts';
import { sampleObjects } from './testing/sample-state.ts';
import { startTestCluster, type TestCluster } from './testing/test-cluster.ts';

const clusterId = randomUUID();
let cluster: TestCluster;
let desired: KubernetesObject[];

const plan = async (wanted = desired, takeOver = false): Promise<Plan> =>
  makePlan({ clusterId, desired: wanted, observed: await observe(cluster.api, wanted), takeOver });
async function carryOut({ changes }: Plan, force = false): Promise<void> {
  for (const { action, object, drift } of changes) {
    if (action === 'delete') await deleteObject(cluster.api, object);
    else if (action !== 'unchanged') await applyObject(cluster.api, object, { force: force || drift });
  }
}
const find = (name: string, kind = 'DaemonSet') =>
  desired.find((object) => object.kind === kind && object.metadata.name === name) as KubernetesObject;
const logsPath = () => objectPath(find('oriel-agent-logs'));
const read = async (path: string) => (await cluster.call('GET', path)) as KubernetesObject & { spec: never };

beforeAll(async () => {
  cluster = await startTestCluster();
  desired = await sampleObjects(clusterId);
});
afterAll(async () => cluster?.stop());

test('a plan for an empty cluster creates everything, and a second look finds nothing to do', async () => {
  const first = await plan();
  expect(first.counts).toEqual({ create: desired.length, update: 0, unchanged: 0, delete: 0 });
  await carryOut(first);
  const second = await plan();
  expect(second.changes.filter(({ action }) => action !== 'unchanged').map(({ summary }) => summary)).toEqual([]);
});

test('every manifest passes strict validation, as a dry run too', async () => {
  for (const object of desired) await applyObject(cluster.api, object, { force: false, dryRun: true });
});

test('status changes leave the fingerprint alone; a changed field or label moves it', async () => {
  await expect
    .poll(
      async () =>
        (await glance(cluster.api)).workloads.map(({ status }) => (status as { numberReady?: number }).numberReady),
      { timeout: 20_000 },
    )
    .toContain(2);
  const { fingerprint } = await glance(cluster.api);
  await wait(1500);
  expect((await glance(cluster.api)).fingerprint).toBe(fingerprint);
  await cluster.call('PATCH', '/api/v1/namespaces/oriel-agent/configmaps/oriel-agent-bootstrap', {
    data: { 'logs.alloy': 'x' },
  });
  const changed = (await glance(cluster.api)).fingerprint;
  expect(changed).not.toBe(fingerprint);
  await carryOut(await plan());
});

describe('drift', () => {
  test('what was edited, scaled, emptied or deleted is put right', async () => {
    const namespaced = '/api/v1/namespaces/oriel-agent';
    await cluster.call('PATCH', logsPath(), {
      spec: { template: { spec: { priorityClassName: null, serviceAccountName: 'default' } } },
    });
    await cluster.call('PATCH', objectPath(find('oriel-agent-metrics', 'Deployment')), { spec: { replicas: 0 } });
    await cluster.call('PATCH', `${namespaced}/secrets/oriel-agent-credential`, { data: { 'tls.key': 'AAAA' } });
    await cluster.call('DELETE', `${namespaced}/configmaps/oriel-agent-bootstrap`);
    await cluster.call('PATCH', '/apis/rbac.authorization.k8s.io/v1/clusterroles/oriel-agent-metrics', { rules: [] });
    await cluster.call('PATCH', '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/oriel-agent-metrics', {
      subjects: [{ kind: 'ServiceAccount', name: 'intruder', namespace: 'default' }],
    });
    const found = await plan();
    expect(found.counts).toMatchObject({ create: 1, update: 5, delete: 0 });
    expect(found.changes.filter(({ action }) => action === 'update').every(({ drift }) => drift)).toBe(true);
    await carryOut(found);
    expect((await plan()).counts).toMatchObject({ create: 0, update: 0, unchanged: desired.length });
  });

  test('fields, labels, containers and environment that others added stay', async () => {
    const stored = (await read(logsPath())) as unknown as { spec: { template: { spec: { containers: object[] } } } };
    const sidecar = { name: 'mesh', image: 'mesh:1' };
    await cluster.call('PATCH', logsPath(), {
      metadata: { labels: { team: 'blue' }, annotations: { note: 'ours' } },
      spec: {
        minReadySeconds: 7,
        template: { spec: { containers: [...stored.spec.template.spec.containers, sidecar] } },
      },
    });
    expect((await plan()).counts.update).toBe(0);
    // Even where another field of the same object has to be put right.
    await cluster.call('PATCH', logsPath(), { spec: { template: { spec: { serviceAccountName: 'default' } } } });
    await carryOut(await plan());
    const after = JSON.stringify(await read(logsPath()));
    for (const kept of [
      '"team":"blue"',
      '"note":"ours"',
      '"minReadySeconds":7',
      '"mesh:1"',
      '"serviceAccountName":"oriel-agent-logs"',
    ]) {
      expect(after).toContain(kept);
    }
  });
});

describe('conflicts', () => {
  test('a field of another manager is reported by name and manager, and not overwritten', async () => {
    await cluster.api.call({
      method: 'PATCH',
      path: logsPath(),
      query: { fieldManager: 'kubectl-edit' },
      contentType: 'application/merge-patch+json',
      body: JSON.stringify({ spec: { updateStrategy: { rollingUpdate: { maxUnavailable: 3 } } } }),
      what: 'edit',
    });
    const logs = find('oriel-agent-logs');
    const spec = {
      ...(logs.spec as object),
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '20%' } },
    };
    const upgraded = desired.map((object) => (object === logs ? { ...logs, spec } : object));
    const found = await plan(upgraded);
    const failure = await carryOut(found).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ClusterError);
    expect((failure as ClusterError).conflicts).toEqual([
      { field: '.spec.updateStrategy.rollingUpdate.maxUnavailable', manager: 'kubectl-edit' },
    ]);
    expect((failure as ClusterError).message).toContain('Nothing was overwritten');
    expect(JSON.stringify(await read(logsPath()))).toContain('"maxUnavailable":3');
    await carryOut(found, true);
    expect(JSON.stringify(await read(logsPath()))).toContain('"maxUnavailable":"20%"');
    await carryOut(await plan());
  });

  test('objects of nobody and of another registration block the plan', async () => {
    const other = await sampleObjects(randomUUID());
    const blocked = makePlan({ clusterId: randomUUID(), desired: other, observed: await observe(cluster.api, other) });
    expect(blocked.blockers.every(({ owner }) => owner === clusterId)).toBe(true);
    expect(blocked.blockers).toHaveLength(other.length);
    const stranger = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'taken', namespace: 'oriel-agent' } };
    await cluster.call('POST', '/api/v1/namespaces/oriel-agent/configmaps', stranger);
    expect((await plan([...desired, stranger])).blockers).toEqual([{ object: 'ConfigMap taken', owner: undefined }]);
    expect((await plan()).counts.delete, 'and what bears no label of ours is never removed').toBe(0);
  });
});

describe('prune', () => {
  test('one part off removes that part and nothing else', async () => {
    const loggingOnly = await sampleObjects(clusterId, { monitoring: false });
    const keep = desired.filter((object) =>
      loggingOnly.some(({ metadata, kind }) => kind === object.kind && metadata.name === object.metadata.name),
    );
    await carryOut(await plan(keep));
    await expect.poll(async () => (await plan(keep)).counts.delete, { timeout: 20_000 }).toBe(0);
    const names = [...(await observe(cluster.api, [])).owned.keys()].join();
    expect(names).not.toMatch(/metrics|exporter/);
    expect(names).toContain('DaemonSet/oriel-agent/oriel-agent-logs');
  });

  test('both off leaves nothing behind: no object, no namespace, no pod', async () => {
    await carryOut(await plan([]));
    await expect.poll(async () => (await observe(cluster.api, [])).owned.size, { timeout: 45_000 }).toBe(0);
    const everything = JSON.stringify([
      await cluster.call('GET', '/api/v1/namespaces'),
      await cluster.call('GET', '/api/v1/pods'),
      await cluster.call('GET', '/apis/rbac.authorization.k8s.io/v1/clusterroles'),
      await cluster.call('GET', '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings'),
      await cluster.call('GET', '/apis/scheduling.k8s.io/v1/priorityclasses'),
    ]);
    expect(everything).not.toContain('oriel');
  }, 60_000);

  test('an object that was replaced meanwhile is not removed in its stead', async () => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'again', namespace: 'default' } };
    const path = '/api/v1/namespaces/default/configmaps';
    const first = (await cluster.call('POST', path, object)) as KubernetesObject;
    await cluster.call('DELETE', `${path}/again`);
    await cluster.call('POST', path, object);
    expect(await deleteObject(cluster.api, { ...first, kind: 'ConfigMap' })).toBe(false);
    expect(await read(`${path}/again`)).toBeDefined();
  });
});
