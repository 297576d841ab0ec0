import { expect, test } from 'vitest';
import { ensureFirstAdministrator, ensureProject, ensureSeed, type SeedInput } from './bootstrap.ts';
import { loadDesiredState } from './desired-state.ts';
import { hashToken } from './opaque-token.ts';
import { loadProjectTelemetry } from './project-telemetry.ts';
import { newOrgId } from './project-tenancy.ts';
import { placeOf } from './secrets/secret-columns.ts';
import { certificatePem, makeCluster } from './testing/fixtures.ts';
import { testSecretBox } from './testing/keys.ts';
import { testDatabase } from './testing/postgres.ts';

const database = testDatabase();
const secrets = testSecretBox();
const seed: SeedInput = {
  name: 'local',
  region: 'local',
  kind: 'managed',
  metricsUrl: 'http://127.0.0.1:3006',
  logsUrl: 'http://127.0.0.1:3004',
  ingestUrl: 'https://127.0.0.1:3008',
  ca: { certPem: certificatePem, keyPem: '-----BEGIN PRIVATE KEY-----' },
  ingestDirectory: '/tmp/ingest',
};

test('a start makes administrator, seed and project, and a second start makes nothing more', async () => {
  const { db } = database;
  const person = { email: 'admin@oriel.localhost', name: 'Administrator' };
  const first = await ensureFirstAdministrator(db, person);
  const again = await ensureFirstAdministrator(db, { email: 'other@oriel.localhost', name: 'Other' });
  expect(again.userId).toBe(first.userId);
  expect(await db.user.count()).toBe(1);

  // Only the newest link works.
  const links = await db.oneTimeLink.findMany();
  expect(links.map(({ tokenHash }) => tokenHash)).toEqual([hashToken(again.oneTimeToken ?? '')]);

  const seedId = await ensureSeed(db, secrets, seed);
  const moved = await ensureSeed(db, secrets, {
    ...seed,
    ingestUrl: 'https://127.0.0.1:4008',
    ca: { certPem: 'x', keyPem: 'y' },
  });
  expect(moved).toBe(seedId);
  const row = await db.seed.findUniqueOrThrow({ where: { id: seedId } });
  expect(row).toMatchObject({ ingestUrl: 'https://127.0.0.1:4008', caCertPem: certificatePem });
  expect(await secrets.open(placeOf('seedAuthorityKey', seedId), row.caKeyEnvelope)).toBe(seed.ca.keyPem);

  const input = { slug: 'demo', name: 'Demo', ownerId: first.userId, seedId };
  const project = await ensureProject(db, input);
  expect(await ensureProject(db, { ...input, name: 'Changed' })).toEqual({ id: project.id, slug: 'demo' });
  expect(await db.tenant.count({ where: { projectId: project.id } })).toBe(1);
  const entries = await db.auditEntry.findMany({ orderBy: { id: 'asc' } });
  expect(entries.map(({ action }) => action)).toEqual([
    'user.create',
    'user.new_link',
    'user.new_link',
    'seed.create',
    'seed.update',
    'project.create',
  ]);
  expect(entries.find(({ action }) => action === 'seed.update')).toMatchObject({
    before: { ingestUrl: seed.ingestUrl },
    after: { ingestUrl: 'https://127.0.0.1:4008' },
  });
});

test('an administrator who has a password gets no link', async () => {
  const { db } = database;
  const { userId } = await ensureFirstAdministrator(db, { email: 'admin@oriel.localhost', name: 'Administrator' });
  await db.user.update({ where: { id: userId }, data: { passwordHash: '$argon2id$v=19$m=1,t=1,p=1$a$b' } });
  expect(await ensureFirstAdministrator(db, { email: 'a@b.c', name: 'A' })).toEqual({
    userId,
    oneTimeToken: undefined,
  });
});

test('a project’s telemetry is its tenant on its seed; another name has none', async () => {
  const { db } = database;
  const telemetry = await loadProjectTelemetry(db, 'demo');
  expect(telemetry?.locations).toEqual([
    {
      seedId: expect.any(String),
      seedName: 'local',
      orgId: expect.stringMatching(/^demo-[0-9a-f]{8}$/),
      metricsUrl: seed.metricsUrl,
      logsUrl: seed.logsUrl,
    },
  ]);
  expect(await loadProjectTelemetry(db, 'other')).toBeUndefined();
});

test('an org id is short enough for the longest slug, and new each time', () => {
  const slug = 'a'.repeat(63);
  expect(newOrgId(slug)).toMatch(/^a{51}-[0-9a-f]{8}$/);
  expect(newOrgId('demo')).not.toBe(newOrgId('demo'));
});

test('desired state follows the switches, and is nothing once deletion is asked for', async () => {
  const { db } = database;
  const { id: projectId, tenants } = await db.project.findUniqueOrThrow({
    where: { slug: 'demo' },
    include: { tenants: true },
  });
  const cluster = await makeCluster(db, { id: projectId, seedId: tenants[0]?.seedId ?? '' });
  const keepDebugUntil = new Date('2030-01-01T00:00:00Z');
  await db.cluster.update({ where: { id: cluster.id }, data: { loggingEnabled: true, keepDebugUntil } });
  expect(await loadDesiredState(db, cluster.id)).toEqual({
    clusterId: cluster.id,
    clusterName: cluster.name,
    projectSlug: 'demo',
    region: 'eu-1',
    monitoring: false,
    logging: true,
    keepDebug: false,
    keepDebugUntil: 1_893_456_000,
    scrapeIntervalSeconds: 60,
    agentMemoryMiB: { logs: 512, metrics: 1024 },
    ingest: { url: 'https://127.0.0.1:4008', caPem: certificatePem },
  });
  await db.cluster.update({ where: { id: cluster.id }, data: { deletionRequestedAt: new Date() } });
  expect(await loadDesiredState(db, cluster.id)).toMatchObject({ monitoring: false, logging: false });
  expect(await loadDesiredState(db, projectId)).toBeUndefined();
});
