import { expect, test } from 'vitest';
import { labels, managedByValue } from './labels.ts';
import type { KubernetesObject } from './objects.ts';
import { requireSameCluster, requireUnowned } from './preflight-owner.ts';

const now = new Date('2026-01-01T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const namespace = (of?: Readonly<Record<string, string>>): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'oriel-agent', ...(of === undefined ? {} : { labels: of }) },
});
const ownedBy = (clusterId: string) => namespace({ [labels.managedBy]: managedByValue, [labels.cluster]: clusterId });
const replaced = (of: KubernetesObject | undefined, agentsHeardAt?: Date) =>
  requireSameCluster(of, { clusterId: 'mine', agentsHeardAt }, now);

test('a new cluster is one without Oriel, or with what this registration has put there', () => {
  expect(requireUnowned(undefined)).toContain('not in this cluster yet');
  expect(requireUnowned(ownedBy('mine'), 'mine')).toContain('belongs to this registration');
  expect(() => requireUnowned(ownedBy('other'), 'mine')).toThrow(/registered already.*registration other.*Delete that/);
  expect(() => requireUnowned(namespace({ [labels.managedBy]: managedByValue }))).toThrow('registration unknown');
  expect(() => requireUnowned(namespace())).toThrow('does not belong to Oriel');
});

test('a kubeconfig that replaces another leads to what this registration has put there', () => {
  expect(replaced(ownedBy('mine'), minutesAgo(0))).toContain('belongs to this registration');
  expect(() => replaced(ownedBy('other'))).toThrow(
    /leads to another cluster.*registration other\. Paste a kubeconfig of the cluster that is registered here/,
  );
  expect(() => replaced(namespace({ [labels.managedBy]: managedByValue }))).toThrow('registration unknown');
  expect(() => replaced(namespace())).toThrow('does not belong to Oriel');
});

test('or to a cluster that Oriel was removed from, unless agents that are heard run somewhere else', () => {
  expect(replaced(undefined)).toContain('installed again');
  expect(replaced(undefined, minutesAgo(5))).toContain('installed again');
  expect(() => replaced(undefined, minutesAgo(4))).toThrow(/it is another cluster\. Paste a kubeconfig of the cluster/);
});
