import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { describeRight, neededRights, type Right } from './rights.ts';

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

test('the role in the documents is exactly these', async () => {
  const byTarget = Map.groupBy(neededRights, (right) =>
    JSON.stringify('url' in right ? { nonResourceURLs: [right.url] } : resourcesOf(right)),
  );
  const rules = [...byTarget].map(([target, rights]) => ({
    ...JSON.parse(target),
    verbs: [...new Set(rights.map(({ verb }) => verb))],
  }));
  const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'oriel' }, rules };
  const head =
    '# What the account in a kubeconfig must be allowed; see clusters.md. Written by rights.test.ts (vitest -u).\n';
  await expect(head + stringify(role)).toMatchFileSnapshot('../../../docs/cluster-role.yaml');
});

function resourcesOf({ group, resource, subresource }: Extract<Right, { group: string }>) {
  return { apiGroups: [group], resources: [[resource, subresource].filter(Boolean).join('/')] };
}
