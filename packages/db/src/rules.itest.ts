import { beforeAll, describe, expect, test } from 'vitest';
import { appendAudit, platformActor } from './audit.ts';
import { violates } from './database-errors.ts';
import { hashToken } from './opaque-token.ts';
import type { PersonRow, ProjectRow } from './testing/fixtures.ts';
import {
  certificatePem,
  envelope,
  makeCluster,
  makeMember,
  makeOperation,
  makePerson,
  makeProject,
} from './testing/fixtures.ts';
import { testDatabase } from './testing/postgres.ts';

// The rules of prisma/migrations/0002_rules, each with a row that only it refuses.

const database = testDatabase();
let person: PersonRow;
let project: ProjectRow;
let cluster: { id: string; name: string };
beforeAll(async () => {
  person = await makePerson(database.db);
  project = await makeProject(database.db);
  cluster = await makeCluster(database.db, project);
});

/** The statement must be refused, and for this reason. */
async function refusedBy(constraint: string, statement: () => Promise<unknown>): Promise<void> {
  const outcome = await statement().then(
    () => 'accepted',
    (error: unknown) => (violates(error, constraint) ? constraint : error),
  );
  expect(outcome).toBe(constraint);
}

const hash = () => hashToken(String(Math.random()));
const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

describe('people', () => {
  test.each(['Anna@example.com', 'no at sign', 'two words@example.com', '@', `${'a'.repeat(251)}@b.c`])(
    'an e-mail address like "%s" is refused',
    (email) => refusedBy('users_email_form', () => database.db.user.create({ data: { email, name: 'A' } })),
  );

  test('a name of blanks, and a password that is not an argon2id hash, are refused', async () => {
    const { db } = database;
    await refusedBy('users_name_length', () => db.user.create({ data: { email: 'a@b.c', name: '  ' } }));
    await refusedBy('users_password_hash_form', () =>
      db.user.create({ data: { email: 'a@b.c', name: 'A', passwordHash: 'correct horse battery' } }),
    );
  });

  test('a session, a token and a link must expire after they begin, and not too late', async () => {
    const { db } = database;
    const userId = person.id;
    const session = (expiresAt: Date) => db.session.create({ data: { userId, tokenHash: hash(), expiresAt } });
    await refusedBy('sessions_expires_after_creation', () => session(hours(-1)));
    await refusedBy('sessions_expires_after_creation', () => session(hours(24 * 8)));
    const token = (expiresAt: Date, prefix = 'oriel_pat_abcd') =>
      db.apiToken.create({ data: { userId, name: 'ci', prefix, tokenHash: hash(), expiresAt } });
    await refusedBy('api_tokens_expires_after_creation', () => token(hours(-1)));
    await refusedBy('api_tokens_expires_after_creation', () => token(hours(24 * 400)));
    await refusedBy('api_tokens_prefix_form', () => token(hours(1), `oriel_pat_${'a'.repeat(43)}`));
    await refusedBy('one_time_links_expires_after_creation', () =>
      db.oneTimeLink.create({ data: { userId, tokenHash: hash(), expiresAt: hours(-1) } }),
    );
    await refusedBy('one_time_links_used_in_time', () =>
      db.oneTimeLink.create({ data: { userId, tokenHash: hash(), expiresAt: hours(1), usedAt: hours(2) } }),
    );
  });

  test('a token that is stored as itself instead of its SHA-256 is refused', () =>
    refusedBy('sessions_token_hash_length', () =>
      database.db.session.create({
        data: { userId: person.id, tokenHash: new Uint8Array(Buffer.from('not a hash')), expiresAt: hours(1) },
      }),
    ));
});

describe('projects, seeds and clusters', () => {
  test.each(['Upper', '-a', 'a-', 'a_b', 'a.b', '', 'a'.repeat(64)])('the slug "%s" is refused', (slug) =>
    refusedBy('projects_slug_form', () => database.db.project.create({ data: { slug, name: 'A' } })),
  );

  test.each(['a|b', 'a:b', 'A', '', 'a/b', 'a'.repeat(61)])('the org id "%s" is refused', async (orgId) => {
    const other = await makeProject(database.db);
    await refusedBy('tenants_org_id_form', () =>
      database.db.tenant.create({ data: { projectId: project.id, seedId: other.seedId, orgId } }),
    );
  });

  test.each([
    ['seeds_ingest_url_https', { ingestUrl: 'http://127.0.0.1:8443' }],
    ['seeds_metrics_url_form', { metricsUrl: 'http://127.0.0.1:9009/' }],
    ['seeds_logs_url_form', { logsUrl: 'file:///etc/passwd' }],
    ['seeds_ca_key_sealed', { caKeyEnvelope: '-----BEGIN PRIVATE KEY-----' }],
    ['seeds_ca_cert_pem', { caCertPem: 'nothing' }],
    ['seeds_name_form', { name: 'A seed' }],
  ])('%s', async (constraint, data) => {
    await refusedBy(constraint, () => database.db.seed.update({ where: { id: project.seedId }, data }));
  });

  test.each([
    ['clusters_api_server_https', { apiServer: 'http://127.0.0.1:6443' }],
    ['clusters_kubeconfig_sealed', { kubeconfigEnvelope: 'apiVersion: v1' }],
    ['clusters_region_form', { region: 'eu 1"' }],
    ['clusters_counts', { failures: -1 }],
    ['clusters_identity_immutable', { name: 'another' }],
  ])('%s', async (constraint, data) => {
    await refusedBy(constraint, () => database.db.cluster.update({ where: { id: cluster.id }, data }));
  });

  test('a tenant keeps its org id and a project its slug', async () => {
    const { db } = database;
    await refusedBy('tenants_immutable', () =>
      db.tenant.updateMany({ where: { projectId: project.id }, data: { orgId: 'another' } }),
    );
    await refusedBy('projects_slug_immutable', () =>
      db.project.update({ where: { id: project.id }, data: { slug: 'another' } }),
    );
    await db.project.update({ where: { id: project.id }, data: { name: 'Renamed' } });
  });

  test('a cluster has one current credential; a revoked one makes room', async () => {
    const { db } = database;
    const issue = (serial: string) =>
      db.agentCredential.create({
        data: { clusterId: cluster.id, serial, certPem: certificatePem, keyEnvelope: envelope, notAfter: hours(1) },
      });
    const { id } = await issue('01');
    await refusedBy('agent_credentials_one_current', () => issue('02'));
    await db.agentCredential.update({ where: { id }, data: { revokedAt: new Date() } });
    await issue('03');
  });
});

describe('operations', () => {
  test('a cluster has one open operation; a finished one makes room', async () => {
    const { db } = database;
    const first = await makeOperation(db, cluster, project.id);
    await refusedBy('operations_one_open', () => makeOperation(db, cluster, project.id));
    await refusedBy('operations_finished', () =>
      db.operation.update({ where: { id: first.id }, data: { state: 'superseded' } }),
    );
    await refusedBy('operation_attempts_one_open', () =>
      db.operationAttempt.create({ data: { operationId: first.id, number: 2 } }),
    );
    await db.operation.update({ where: { id: first.id }, data: { state: 'superseded', finishedAt: new Date() } });
    await makeOperation(db, cluster, project.id);
  });
});

describe('audit', () => {
  test('entries can be added and never changed or taken away', async () => {
    const { db } = database;
    await db.$transaction((tx) =>
      appendAudit(tx, { actor: platformActor, action: 'project.create', targetType: 'project', targetId: '1' }),
    );
    await refusedBy('audit_entries_append_only', () => db.auditEntry.updateMany({ data: { actorEmail: 'x' } }));
    await refusedBy('audit_entries_append_only', () => db.auditEntry.deleteMany());
    await expect(db.$executeRaw`TRUNCATE audit_entries, audit_links`).rejects.toThrow(/append-only/);
    expect(await db.auditEntry.count()).toBeGreaterThan(0);
  });
});

describe('bindings and service accounts', () => {
  const lists = { clusterIds: [], namespaces: ['shop'] };
  test.each([
    ['role_bindings_owner_whole', { role: 'owner', ...lists }],
    ['role_bindings_editor_all_namespaces', { role: 'editor', ...lists }],
    ['role_bindings_one_subject', { role: 'viewer', userId: null }],
    ['role_bindings_one_whole_per_user', { role: 'viewer' }],
  ] as const)('%s', async (constraint, data) => {
    const subject = { projectId: project.id, userId: project.owner.id };
    const row = { ...subject, ...data, ...('namespaces' in data ? { clusterIds: [], namespaces: ['shop'] } : {}) };
    await refusedBy(constraint, () => database.db.roleBinding.create({ data: row }));
  });

  test('a service account is not signed in, has no link, and stays one', async () => {
    const { db } = database;
    const email = 'ci@demo.service.oriel.internal';
    const { id: userId } = await db.user.create({
      data: { kind: 'service', name: 'ci', email, projectId: project.id },
    });
    const soon = new Date(Date.now() + 1e6);
    const of = { userId, tokenHash: new Uint8Array(32), expiresAt: soon };
    await refusedBy('sessions_of_people', () => db.session.create({ data: of }));
    await refusedBy('one_time_links_of_people', () => db.oneTimeLink.create({ data: of }));
    const where = { id: userId };
    await refusedBy('users_kind_immutable', () => db.user.update({ where, data: { projectId: null } }));
    await refusedBy('users_project_service_no_admin', () => db.user.update({ where, data: { isPlatformAdmin: true } }));
    const passwordHash = '$argon2id$x';
    await refusedBy('users_service_has_no_password', () => db.user.update({ where, data: { passwordHash } }));
  });

  test('a setting has one policy per place', async () => {
    const { db } = database;
    const policy = { setting: 'logging.enabled', mode: 'default', value: true } as const;
    await db.policy.create({ data: { ...policy, level: 'platform' } });
    await refusedBy('policies_one_per_target', () => db.policy.create({ data: { ...policy, level: 'platform' } }));
    await db.policy.create({ data: { ...policy, level: 'project', projectId: project.id } });
    await refusedBy('policies_one_target', () => db.policy.create({ data: { ...policy, level: 'seed' } }));
  });
});

describe('somebody stays in charge', () => {
  test('the last owner cannot step down or leave', async () => {
    const { db } = database;
    const bound = { projectId: project.id, userId: project.owner.id };
    const where = { id: (await db.roleBinding.findFirstOrThrow({ where: bound })).id };
    await refusedBy('role_bindings_last_owner', () => db.roleBinding.update({ where, data: { role: 'editor' } }));
    await refusedBy('role_bindings_last_owner', () => db.roleBinding.delete({ where }));
    await refusedBy('role_bindings_last_owner', () => db.user.delete({ where: { id: project.owner.id } }));
    await makeMember(db, project.id, 'owner');
    await db.roleBinding.update({ where, data: { role: 'editor' } });
  });

  test('two owners who demote each other at the same time do not leave the project to nobody', async () => {
    const { db } = database;
    const shared = await makeProject(db);
    const second = await makeMember(db, shared.id, 'owner');
    const demote = (userId: string) =>
      db.$transaction(async (tx) => {
        await tx.roleBinding.updateMany({ where: { projectId: shared.id, userId }, data: { role: 'viewer' } });
        // Both have read the other as owner before either commits.
        await new Promise((resolve) => setTimeout(resolve, 100));
      });
    const outcomes = await Promise.allSettled([demote(shared.owner.id), demote(second.id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await db.roleBinding.count({ where: { projectId: shared.id, role: 'owner' } })).toBe(1);
  });

  test('the last administrator cannot be demoted, disabled or deleted', async () => {
    const { db } = database;
    const { id } = await makePerson(db, { isPlatformAdmin: true });
    const where = { id };
    await refusedBy('users_last_administrator', () => db.user.update({ where, data: { isPlatformAdmin: false } }));
    await refusedBy('users_last_administrator', () => db.user.update({ where, data: { disabledAt: new Date() } }));
    await refusedBy('users_last_administrator', () => db.user.delete({ where }));
    await makePerson(db, { isPlatformAdmin: true });
    await db.user.update({ where, data: { isPlatformAdmin: false } });
  });
});
