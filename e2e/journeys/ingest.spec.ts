import { randomUUID } from 'node:crypto';
import { createAuthority, issueAgent } from '@oriel/ingest/certificates';
import { deleteCluster, demoCluster, freeSecond, registerSecond } from '../fixtures/clusters.ts';
import { agentCertificate, type ClientCertificate, type Push, push, seedAuthority } from '../fixtures/door.ts';
import { unique } from '../fixtures/names.ts';
import { allTenants, linesOf, logPush, tenantOf } from '../fixtures/stores.ts';
import { expect, test } from '../fixtures/test.ts';
import { until } from '../fixtures/until.ts';

const project = unique('ingest');
const clusterName = unique('second');
let authority: Awaited<ReturnType<typeof seedAuthority>>;
let demo: { readonly orgId: string; readonly clusterId: string; readonly certificate: ClientCertificate };
let other: { readonly orgId: string; readonly clusterId: string; readonly certificate: ClientCertificate };

test.beforeAll(async ({ admin }) => {
  test.setTimeout(180_000);
  authority = await seedAuthority();
  demo = {
    orgId: await tenantOf('demo'),
    clusterId: (await demoCluster(admin)).id,
    certificate: await agentCertificate('demo'),
  };
  await freeSecond(admin);
  await admin.mutate('projects.create', { name: 'Ingest', slug: project });
  const { clusterId } = await registerSecond(admin, { project, name: clusterName, monitoring: true, logging: false });
  const certificate = await until('the credential of the second cluster', () => agentCertificate('second'), {
    seconds: 90,
  });
  other = { orgId: await tenantOf(project), clusterId, certificate };
  await until(
    'the door to open for the second cluster',
    async () => ((await push(authority.certPem, { body: oneLine('door'), certificate })) === 204 ? true : undefined),
    { seconds: 30 },
  );
});

test.afterAll(async ({ admin }) => {
  if (other !== undefined) await deleteCluster(admin, other.clusterId, clusterName);
});

const labels = { cluster: 'e2e', namespace: 'e2e', pod: 'pusher', container: 'main', level: 'info' };
const oneLine = (marker: string) => logPush(labels, [`${marker} pushed by a journey`]);

interface Landed {
  readonly status: number;
  /** Tenants that hold the line. */
  readonly tenants: string[];
}

/** Pushes one line with a word of its own and looks into every tenant, named ones that do not exist included. */
async function pushAndFind(request: Omit<Push, 'body'>, forged: readonly string[] = []): Promise<Landed> {
  const marker = unique('pushed');
  const status = await push(authority.certPem, { ...request, body: oneLine(marker) });
  const candidates = [...new Set([...(await allTenants()), ...forged, 'fake', 'anonymous'])];
  const tenants: string[] = [];
  const deadline = Date.now() + (status === 204 ? 10_000 : 1_000);
  do {
    for (const orgId of candidates) {
      if (tenants.includes(orgId)) continue;
      const lines = await linesOf(orgId, `{namespace="e2e"} |= "${marker}"`);
      if (lines.length > 0) tenants.push(orgId);
    }
  } while (Date.now() < deadline && (status !== 204 || tenants.length === 0));
  return { status, tenants };
}

test('the cluster’s own certificate: its own tenant', async () => {
  expect(await pushAndFind({ certificate: demo.certificate })).toEqual({ status: 204, tenants: [demo.orgId] });
});

for (const header of ['X-Scope-OrgID', 'x-scope-orgid', 'X_Scope_OrgID']) {
  test(`a forged ${header} changes nothing`, async () => {
    const { orgId: foreign } = other;
    for (const value of [foreign, `${demo.orgId}|${foreign}`, 'made-up']) {
      const landed = await pushAndFind({ certificate: demo.certificate, headers: { [header]: value } }, ['made-up']);
      expect(landed, value).toEqual({ status: 204, tenants: [demo.orgId] });
    }
  });
}

test('another cluster’s certificate lands in its own tenant, whatever it asks for', async () => {
  const headers = { 'X-Scope-OrgID': demo.orgId };
  expect(await pushAndFind({ certificate: other.certificate, headers })).toEqual({
    status: 204,
    tenants: [other.orgId],
  });
});

test('no certificate: 403, and nothing is kept', async () => {
  const headers = { 'X-Scope-OrgID': demo.orgId };
  expect(await pushAndFind({ headers })).toEqual({ status: 403, tenants: [] });
});

test('a certificate of a foreign authority: 403, and nothing is kept', async () => {
  const foreign = await createAuthority('Somebody else');
  const alike = await createAuthority('Oriel embedded seed');
  for (const issuer of [foreign, alike]) {
    const certificate = await issueAgent(issuer, demo.clusterId);
    expect(await pushAndFind({ certificate })).toEqual({ status: 403, tenants: [] });
  }
});

test('a certificate of an unknown cluster: 403, and nothing is kept', async () => {
  const certificate = await issueAgent(authority, randomUUID());
  expect(await pushAndFind({ certificate })).toEqual({ status: 403, tenants: [] });
});

test('an expired certificate: 503, so that the agent keeps its data', async () => {
  const certificate = await issueAgent(authority, demo.clusterId, {
    now: new Date(Date.now() - 10 * 86_400_000),
    days: 9,
  });
  expect(await pushAndFind({ certificate })).toEqual({ status: 503, tenants: [] });
});

test('a path that is not open: no read, no delete, no other tenant', async () => {
  const { certificate } = demo;
  for (const path of [
    '/loki/api/v1/query',
    '/loki/api/v1/delete',
    '/api/v1/push/influx/write',
    '/otlp/v1/metrics',
    '/',
  ]) {
    expect(await push(authority.certPem, { path, body: '', certificate }), path).toBe(403);
  }
});
