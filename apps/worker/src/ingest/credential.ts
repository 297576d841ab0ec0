import { randomUUID, X509Certificate } from 'node:crypto';
import { appendAudit, platformActor } from '@oriel/db/audit';
import type { Db } from '@oriel/db/client';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { issueAgent, renewalDueAt } from '@oriel/ingest/certificates';
import type { WorkerContext } from '../context.ts';
import type { ClusterRow } from '../reconcile/load-cluster.ts';

type Credential = ClusterRow['credentials'][number];

/** True where a cluster's certificate is missing, has lived two thirds of its life or comes from a former authority. */
export function needsCredential(cluster: ClusterRow, now = new Date()): boolean {
  const [current] = cluster.credentials;
  if (current === undefined) return true;
  if (renewalDueAt(current.createdAt, current.notAfter).getTime() <= now.getTime()) return true;
  return !new X509Certificate(current.certPem).verify(new X509Certificate(cluster.seed.caCertPem).publicKey);
}

/**
 * The current certificate of a cluster's agents, issued where `needsCredential` says so. The one it replaces stays
 * good at the ingest gateway until it expires, so agents change over without a refusal.
 */
export async function ensureCredential(
  ctx: WorkerContext,
  cluster: ClusterRow,
): Promise<{ credential: Credential; issued: boolean }> {
  const [current] = cluster.credentials;
  if (current !== undefined && !needsCredential(cluster)) return { credential: current, issued: false };
  const { seed } = cluster;
  const caKeyPem = await ctx.secrets.open(placeOf('seedAuthorityKey', seed.id), seed.caKeyEnvelope);
  const authority = { certPem: seed.caCertPem, keyPem: caKeyPem };
  const { certPem, keyPem, serial, notAfter } = await issueAgent(authority, cluster.id);
  const id = randomUUID();
  const keyEnvelope = await ctx.secrets.seal(placeOf('agentKey', id), keyPem);
  const credential = await ctx.db.$transaction(async (tx) => {
    await tx.agentCredential.updateMany({
      where: { clusterId: cluster.id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    await appendAudit(tx, {
      actor: platformActor,
      action: current === undefined ? 'certificate.issue' : 'certificate.replace',
      projectId: cluster.projectId,
      targetType: 'cluster',
      targetId: cluster.id,
      before: current && { serial: current.serial, notAfter: current.notAfter.toISOString() },
      after: { serial, notAfter: notAfter.toISOString() },
    });
    return tx.agentCredential.create({ data: { id, clusterId: cluster.id, serial, certPem, keyEnvelope, notAfter } });
  });
  return { credential, issued: true };
}

/** Takes back whatever certificate is good; returns how many. Nobody is let in by it once the seed's map is published. */
export function revokeCredentials(db: Db, cluster: Pick<ClusterRow, 'id' | 'projectId'>): Promise<number> {
  return db.$transaction(async (tx) => {
    const revoked = await tx.agentCredential.updateManyAndReturn({
      where: { clusterId: cluster.id, revokedAt: null },
      data: { revokedAt: new Date() },
      select: { serial: true },
    });
    for (const { serial } of revoked) {
      await appendAudit(tx, {
        actor: platformActor,
        action: 'certificate.revoke',
        projectId: cluster.projectId,
        targetType: 'cluster',
        targetId: cluster.id,
        before: { serial },
      });
    }
    return revoked.length;
  });
}
