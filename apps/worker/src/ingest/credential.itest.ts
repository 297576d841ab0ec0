import { placeOf } from '@oriel/db/secrets/secret-columns';
import { makeCluster, makeProject } from '@oriel/db/testing/fixtures';
import { testSecretBox } from '@oriel/db/testing/keys';
import { testDatabase } from '@oriel/db/testing/postgres';
import { createAuthority } from '@oriel/ingest/certificates';
import { expect, test } from 'vitest';
import type { WorkerContext } from '../context.ts';
import { loadCluster } from '../reconcile/load-cluster.ts';
import { ensureCredential, revokeCredentials } from './credential.ts';

const database = testDatabase();
const secrets = testSecretBox();

test('a certificate that is issued, replaced or revoked has its entry in the audit trail, without its key', async () => {
  const { db } = database;
  const ctx = { db, secrets } as unknown as WorkerContext;
  const project = await makeProject(db);
  const { id } = await makeCluster(db, project);
  const followAuthority = async (name: string) => {
    const { certPem, keyPem } = await createAuthority(name);
    const caKeyEnvelope = await secrets.seal(placeOf('seedAuthorityKey', project.seedId), keyPem);
    await db.seed.update({ where: { id: project.seedId }, data: { caCertPem: certPem, caKeyEnvelope } });
  };
  const ensure = async () => {
    const cluster = await loadCluster(db, id);
    if (cluster === undefined) throw new Error('The cluster is gone.');
    return (await ensureCredential(ctx, cluster)).credential;
  };

  await followAuthority('first');
  const first = await ensure();
  await ensure();
  await followAuthority('second');
  const second = await ensure();
  expect(await revokeCredentials(db, { id, projectId: project.id })).toBe(1);
  expect(await revokeCredentials(db, { id, projectId: project.id })).toBe(0);

  const entries = await db.auditEntry.findMany({ where: { targetId: id }, orderBy: { id: 'asc' } });
  const of = { actorEmail: 'oriel', actorId: null, projectId: project.id };
  expect(entries).toMatchObject([
    { ...of, action: 'certificate.issue', before: null, after: { serial: first.serial } },
    { ...of, action: 'certificate.replace', before: { serial: first.serial }, after: { serial: second.serial } },
    { ...of, action: 'certificate.revoke', before: { serial: second.serial }, after: null },
  ]);
  expect(entries.map(({ after }) => Object.keys(after ?? {}))).toEqual([
    ['serial', 'notAfter'],
    ['serial', 'notAfter'],
    [],
  ]);
});
