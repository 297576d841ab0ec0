import { expect, test } from 'vitest';
import type { KubernetesObject } from './objects.ts';
import { describeReadiness, readinessOf } from './readiness.ts';

const daemonSet = (status: object, generation = 2): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'oriel-agent-logs', generation },
  status,
});
const deployment = (status: object): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'oriel-agent-metrics', generation: 1 },
  spec: { replicas: 1 },
  status,
});
const full = { observedGeneration: 2, desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 3 };

test.each([
  ['all there', full, true],
  ['the controller has not seen the newest version', { ...full, observedGeneration: 1 }, false],
  ['old pods are still up', { ...full, updatedNumberScheduled: 1 }, false],
  ['one is not available', { ...full, numberAvailable: 2 }, false],
  ['nothing reported yet', {}, false],
])('a DaemonSet where %s', (_, status, settled) => {
  expect(readinessOf(daemonSet(status)).settled).toBe(settled);
});

test('a Deployment waits until the pod of the former version is gone', () => {
  const status = { observedGeneration: 1, replicas: 2, updatedReplicas: 1, availableReplicas: 2 };
  expect(readinessOf(deployment(status)).settled).toBe(false);
  expect(readinessOf(deployment({ ...status, replicas: 1 })).settled).toBe(true);
});

test('in words', () => {
  expect(describeReadiness([readinessOf(daemonSet(full)), readinessOf(deployment({}))])).toBe('logs 3/3, metrics 0/1');
});
