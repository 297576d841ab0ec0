import { randomUUID } from 'node:crypto';
import { createAuthority, issueAgent } from '@oriel/ingest/certificates';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiAccess } from './api-access.ts';
import { ApiServer } from './api-server.ts';
import { observe } from './observe.ts';
import { makePlan } from './plan.ts';
import { preflight } from './preflight.ts';
import { neededRights } from './rights.ts';
import { applyObject } from './server-side-apply.ts';
import { sampleObjects } from './testing/sample-state.ts';
import { startTestCluster, type TestCluster } from './testing/test-cluster.ts';

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startTestCluster(1);
});
afterAll(async () => cluster?.stop());

const policy = { allowLoopback: false };
const withToken = (token: string): ApiAccess => {
  const { clientCertificate: _, ...rest } = cluster.access;
  return { ...rest, token };
};
async function serviceAccount(name: string, rules: unknown[]): Promise<ApiAccess> {
  const rbac = '/apis/rbac.authorization.k8s.io/v1';
  const accounts = '/api/v1/namespaces/default/serviceaccounts';
  await cluster.call('POST', accounts, { metadata: { name } });
  await cluster.call('POST', `${rbac}/clusterroles`, { metadata: { name }, rules });
  await cluster.call('POST', `${rbac}/clusterrolebindings`, {
    metadata: { name },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace: 'default' }],
  });
  const answer = (await cluster.call('POST', `${accounts}/${name}/token`, { spec: {} })) as {
    status: { token: string };
  };
  return withToken(answer.status.token);
}
const failureOf = async (access: ApiAccess, clusterId?: string) => {
  const report = await preflight({ access, policy, ...(clusterId === undefined ? {} : { clusterId }) });
  return report.findings.find(({ state }) => state === 'failed');
};

test('a cluster as it should be', async () => {
  const report = await preflight({ access: cluster.access, policy });
  expect(report).toMatchObject({ ok: true, version: 'v1.34.4', nodeCount: 1 });
  expect(report.findings.map(({ state }) => state)).toEqual(Array(7).fill('passed'));
});

test('a token that is wrong', async () => {
  expect(await failureOf(withToken('wrong'))).toMatchObject({
    check: 'credential',
    message: expect.stringContaining('does not accept the credential (401)'),
    fix: expect.stringContaining('fresh kubeconfig'),
  });
});

test('a client certificate that has expired, and one of another cluster', async () => {
  const authority = await createAuthority('other');
  const { token: _, ...rest } = cluster.access;
  const past = await issueAgent(authority, 'admin', { now: new Date('2020-01-01'), days: 1 });
  expect(await failureOf({ ...rest, clientCertificate: past })).toMatchObject({
    check: 'credential',
    message: 'The client certificate in the kubeconfig expired on 2020-01-02.',
  });
  const foreign = await issueAgent(authority, 'admin');
  expect(await failureOf({ ...rest, clientCertificate: foreign })).toMatchObject({
    check: 'credential',
    message: expect.stringContaining('401'),
  });
});

test('an account without rights: how many are missing, some of them named, and what to do', async () => {
  const access = await serviceAccount('powerless', []);
  expect(await failureOf(access)).toMatchObject({
    check: 'rights',
    message: expect.stringMatching(/lacks \d+ of \d+ rights, among them: .*namespaces/),
    fix: expect.stringContaining('cluster-admin'),
  });
});

test('the rights that preflight asks for are enough for everything, and each is needed', async () => {
  // A role made of exactly these; namespaced ones could as well be a Role in the namespace.
  const rules = neededRights.map((right) =>
    'url' in right
      ? { nonResourceURLs: [right.url], verbs: [right.verb] }
      : {
          apiGroups: [right.group],
          resources: [[right.resource, right.subresource].filter(Boolean).join('/')],
          verbs: [right.verb],
        },
  );
  const access = await serviceAccount('enough', rules);
  expect(await failureOf(access)).toBeUndefined();
  const clusterId = randomUUID();
  const objects = await sampleObjects(clusterId);
  const api = new ApiServer(access, { policy });
  const plan = makePlan({ clusterId, desired: objects, observed: await observe(api, objects) });
  for (const { object } of plan.changes) await applyObject(api, object, { force: false });
  await api.close();

  const oneLess = await serviceAccount('one-less', rules.slice(0, -1));
  expect(await failureOf(oneLess)).toMatchObject({ check: 'rights', message: expect.stringContaining('lacks 1 of') });

  expect(await failureOf(cluster.access, clusterId), 'its own objects are no obstacle').toBeUndefined();
  expect(await failureOf(cluster.access, randomUUID())).toMatchObject({
    check: 'unowned',
    message: expect.stringContaining(`registration ${clusterId}`),
  });
});

test('an authority that did not sign the API server', async () => {
  const caPem = (await createAuthority('other')).certPem;
  expect(await failureOf({ ...cluster.access, caPem })).toMatchObject({
    check: 'tls',
    message: expect.stringContaining('not signed by'),
  });
});

test('a name that the certificate does not have', async () => {
  expect(await failureOf({ ...cluster.access, tlsServerName: 'elsewhere.example' })).toMatchObject({
    check: 'tls',
    message: expect.stringContaining('made for other names'),
  });
});
