import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { KubernetesObject } from './objects.ts';
import { sampleObjects } from './testing/sample-state.ts';
import { startTestCluster, type TestCluster } from './testing/test-cluster.ts';

const namespace = 'restricted';
let cluster: TestCluster;
let objects: KubernetesObject[];

beforeAll(async () => {
  cluster = await startTestCluster(1);
  objects = await sampleObjects(randomUUID());
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  await cluster.call('POST', '/api/v1/namespaces', { metadata: { name: namespace, labels } });
  for (const object of objects) {
    const metadata = { name: object.metadata.name };
    if (object.kind === 'ServiceAccount') {
      await cluster.call('POST', `/api/v1/namespaces/${namespace}/serviceaccounts`, { metadata });
    } else if (object.kind === 'PriorityClass') {
      await cluster.call('POST', '/apis/scheduling.k8s.io/v1/priorityclasses', { ...object, metadata });
    }
  }
});
afterAll(async () => cluster?.stop());

/** What Pod Security admission says to a pod of this workload: undefined where it lets it in. */
async function refusalOf(name: string): Promise<string | undefined> {
  const workload = objects.find(({ kind, metadata }) => /DaemonSet|Deployment/.test(kind) && metadata.name === name);
  if (workload === undefined) throw new Error(`There is no ${name}.`);
  const { spec } = (workload.spec as { template: { spec: object } }).template;
  try {
    const path = `/api/v1/namespaces/${namespace}/pods?dryRun=All`;
    await cluster.call('POST', path, { metadata: { name }, spec });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

test.each(['oriel-agent-metrics', 'oriel-kube-state-metrics'])(
  '%s is let into a restricted namespace',
  async (name) => {
    expect(await refusalOf(name)).toBeUndefined();
  },
);

test('what must read the node is refused for that, and for nothing else that it could do without', async () => {
  const exporter = await refusalOf('oriel-node-exporter');
  expect(exporter).toMatch(/PodSecurity "restricted:latest".*hostPath/);
  expect(exporter).not.toMatch(/capabilities|seccomp|allowPrivilegeEscalation|runAsNonRoot|hostNetwork|privileged/);
  const logs = await refusalOf('oriel-agent-logs');
  expect(logs).toMatch(/PodSecurity "restricted:latest".*hostPath/);
  expect(logs).not.toMatch(/capabilities|seccomp|allowPrivilegeEscalation|hostNetwork|privileged/);
});
