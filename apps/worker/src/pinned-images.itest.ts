import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pinImages } from '@oriel/k8s/manifests/pinned-images';
import { applyObject } from '@oriel/k8s/server-side-apply';
import { sampleObjects } from '@oriel/k8s/testing/sample-state';
import { startTestCluster, type TestCluster } from '@oriel/k8s/testing/test-cluster';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readEnvironment } from './env.ts';

let cluster: TestCluster;
let folder: string;
beforeAll(async () => {
  cluster = await startTestCluster(1);
  folder = await mkdtemp(join(tmpdir(), 'oriel-images-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await cluster?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true });
});

const digestOf = (name: string) =>
  `registry.example.com/${name}@sha256:${Buffer.from(name).toString('hex').padEnd(64, '0')}`;
const pins = {
  alloy: digestOf('alloy'),
  kubeStateMetrics: digestOf('kube-state-metrics'),
  busybox: digestOf('busybox'),
  nodeExporter: digestOf('node-exporter'),
};

interface Workloads {
  readonly items: readonly {
    readonly spec: {
      readonly template: { readonly spec: Record<'containers' | 'initContainers', { image: string }[]> };
    };
  }[];
}

/** Of every container that the API server holds for the agents. */
async function appliedImages(): Promise<string[]> {
  const lists = await Promise.all(
    ['daemonsets', 'deployments'].map((kind) => cluster.call('GET', `/apis/apps/v1/namespaces/oriel-agent/${kind}`)),
  );
  const pods = (lists as Workloads[]).flatMap(({ items }) => items.map(({ spec }) => spec.template.spec));
  return pods.flatMap(({ initContainers = [], containers }) =>
    [...initContainers, ...containers].map(({ image }) => image),
  );
}

test('the workloads on the API server carry the digests of ORIEL_IMAGES_FILE, and no tag is left', async () => {
  const file = join(folder, 'images.json');
  await writeFile(file, JSON.stringify(pins));
  vi.stubEnv('DATABASE_URL', 'postgresql://127.0.0.1:9/none');
  vi.stubEnv('ORIEL_KEY_FILE', '/nowhere');
  vi.stubEnv('ORIEL_IMAGES_FILE', file);
  const { images } = readEnvironment();
  if (images === undefined) throw new Error('The file was not read.');
  const tagged = await sampleObjects(randomUUID());
  // First as a cluster has them that was set up before.
  for (const object of tagged) await applyObject(cluster.api, object, { force: false });
  const before = await appliedImages();
  expect(before.some((image) => image.includes('@sha256:'))).toBe(false);
  for (const object of pinImages(tagged, images)) await applyObject(cluster.api, object, { force: false });
  const after = await appliedImages();
  expect(after).toHaveLength(before.length);
  expect(new Set(after)).toEqual(new Set(Object.values(pins)));
}, 180_000);
