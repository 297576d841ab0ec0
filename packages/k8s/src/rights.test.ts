import { expect, test } from 'vitest';
import { describeRight, neededRights } from './rights.ts';

test('managing stays inside our namespace where the kind allows it', () => {
  const texts = neededRights.map(describeRight);
  expect(texts).toContain('patch secrets in oriel-agent');
  expect(texts).toContain('create clusterroles.rbac.authorization.k8s.io');
  expect(texts).not.toContain('get secrets');
});

test('what the agents get is asked for too: nobody may grant what he does not have', () => {
  const texts = neededRights.map(describeRight);
  for (const text of ['get nodes/metrics', 'get /metrics/slis', 'watch cronjobs.batch']) expect(texts).toContain(text);
  expect(new Set(texts).size).toBe(texts.length);
});
