import { OrielError } from '@oriel/domain/errors';
import { publishTenantMap } from '@oriel/ingest/files';
import { renderTenantMap } from '@oriel/ingest/tenant-map';
import type { WorkerContext } from '../context.ts';

/**
 * Writes the seed's map of who may write, from the database, and lets nginx read it. Runs under a lock, so that of two
 * at once the later one also sees the later state. Does nothing for a seed that does not stand beside this worker.
 */
export async function publishSeed(ctx: WorkerContext, seedId: string): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    const seed = await tx.seed.findUnique({ where: { id: seedId }, select: { name: true, ingestDirectory: true } });
    if (seed === null || seed.ingestDirectory === null) return;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`oriel.publish_ingest:${seedId}`})::bigint)`;
    const clusters = await tx.cluster.findMany({
      where: { seedId, deletionRequestedAt: null, credentials: { some: { revokedAt: null } } },
      select: { id: true, tenant: { select: { orgId: true } } },
    });
    const map = renderTenantMap(clusters.map(({ id, tenant }) => ({ clusterId: id, orgId: tenant.orgId })));
    try {
      const { changed } = await publishTenantMap(seed.ingestDirectory, map);
      if (changed) ctx.log.info({ seed: seed.name, clusters: clusters.length }, 'ingest map published');
    } catch (cause) {
      if (cause instanceof OrielError) throw cause;
      throw new OrielError(
        'unavailable',
        `The ingest gateway of seed "${seed.name}" could not be told who may write (${(cause as Error).message}). Check that its folder exists and belongs to this account.`,
        { cause },
      );
    }
  });
}
