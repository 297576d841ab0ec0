import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createAuthority, type IssuedCertificate, issueAgent } from '@oriel/ingest/certificates';
import { publishTenantMap } from '@oriel/ingest/files';
import { renderTenantMap } from '@oriel/ingest/tenant-map';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type IngestRequest,
  lineRequest,
  type SeedUnderTest,
  sampleRequest,
  startSeed,
} from '../testing/seed-under-test.ts';

// Whatever a client claims: data lands in the tenant of its certificate, or nowhere. Read back from Loki and Mimir.
const alpha = { clusterId: randomUUID(), orgId: 'tenant-a' };
const beta = { clusterId: randomUUID(), orgId: 'tenant-b' };
let seed: SeedUnderTest;
let ofAlpha: IssuedCertificate;
let ofBeta: IssuedCertificate;

beforeAll(async () => {
  seed = await startSeed();
  await publishTenantMap(seed.ingestDirectory, renderTenantMap([alpha, beta]));
  ofAlpha = await issueAgent(seed.authority, alpha.clusterId);
  ofBeta = await issueAgent(seed.authority, beta.clusterId);
  // nginx reads the new map a moment after it is told to, and its old workers answer a little longer.
  for (let accepted = 0; accepted < 20; ) {
    accepted = (await seed.pushLine(ofAlpha, { test: 'ready' }, 'ready')) === 403 ? 0 : accepted + 1;
    await wait(25);
  }
});
afterAll(async () => seed?.stop());

async function ask(url: string, orgId: string): Promise<unknown[]> {
  const answer = await fetch(url, { headers: { 'X-Scope-OrgID': orgId } });
  return ((await answer.json()) as { data: { result: unknown[] } }).data.result;
}
const query = (test: string) => encodeURIComponent(`{test="${test}"}`);
/** Tenants in which lines and samples of that name are found. */
async function landed(name: string) {
  const since = `${Date.now() - 3_600_000}000000`;
  const found = { lines: [] as string[], samples: [] as string[] };
  for (const orgId of ['tenant-a', 'tenant-b', 'forged', 'anonymous']) {
    const lines = await ask(`${seed.logsUrl}/loki/api/v1/query_range?query=${query(name)}&start=${since}`, orgId);
    const samples = await ask(`${seed.metricsUrl}/prometheus/api/v1/query?query=${query(name)}`, orgId);
    if (lines.length > 0) found.lines.push(orgId);
    if (samples.length > 0) found.samples.push(orgId);
  }
  return found;
}
async function send(name: string, more: Partial<IngestRequest>): Promise<number[]> {
  const requests = [lineRequest({ test: name }, 'a line'), sampleRequest({ test: name })];
  return Promise.all(
    requests.map((request) => seed.send({ ...request, ...more, headers: { ...request.headers, ...more.headers } })),
  );
}

test('with its own certificate: in its own tenant only', async () => {
  expect(await send('own', { certificate: ofAlpha })).toEqual([204, 200]);
  expect(await landed('own')).toEqual({ lines: ['tenant-a'], samples: ['tenant-a'] });
});

test.each(['tenant-b', 'tenant-a|tenant-b', 'forged', 'tenant-b:x'])(
  'with the forged tenant %s: in its own all the same',
  async (forged) => {
    const name = `forged-${forged.replace(/[^a-z]/g, '-')}`;
    expect(await send(name, { certificate: ofAlpha, headers: { 'X-Scope-OrgID': forged } })).toEqual([204, 200]);
    expect(await landed(name)).toEqual({ lines: ['tenant-a'], samples: ['tenant-a'] });
  },
);

test("with another cluster's certificate: in that cluster's tenant", async () => {
  expect(await send('other', { certificate: ofBeta, headers: { 'X-Scope-OrgID': 'tenant-a' } })).toEqual([204, 200]);
  expect(await landed('other')).toEqual({ lines: ['tenant-b'], samples: ['tenant-b'] });
});

test('without a certificate, with a stranger\u2019s, or with an expired one: nowhere', async () => {
  const stranger = await issueAgent(await createAuthority('stranger'), alpha.clusterId);
  const expired = await issueAgent(seed.authority, alpha.clusterId, { now: new Date('2020-01-01'), days: 1 });
  const headers = { 'X-Scope-OrgID': 'tenant-a' };
  expect(await send('nowhere', { headers })).toEqual([403, 403]);
  expect(await send('nowhere', { headers, certificate: stranger })).toEqual([403, 403]);
  expect(await send('nowhere', { headers, certificate: expired })).toEqual([503, 503]);
  expect(await landed('nowhere')).toEqual({ lines: [], samples: [] });
});

test('after revocation: nowhere, within seconds', async () => {
  await publishTenantMap(seed.ingestDirectory, renderTenantMap([alpha]));
  const started = Date.now();
  await expect
    .poll(() => send('revoked', { certificate: ofBeta }), { timeout: 5_000, interval: 50 })
    .toEqual([403, 403]);
  console.log(`revoked after ${Date.now() - started} ms`);
});
