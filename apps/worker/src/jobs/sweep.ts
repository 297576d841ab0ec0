import { removeSilentCollectors } from '@oriel/db/collectors';
import { enqueue } from '@oriel/db/enqueue';
import { removeExpiredGrafanaSignIns } from '@oriel/db/grafana-sign-in';
import { removeExpiredKeys } from '@oriel/db/idempotency';
import { jobKey } from '@oriel/domain/jobs';
import type { WorkerContext } from '../context.ts';

const spreadMs = 30_000;

/**
 * Behind every job stands this: whatever should be in the queue and is not, is put there. Runs at the start and every
 * minute. An operation that is open goes on at once, a cluster that is being waited for keeps its time.
 */
export async function sweep(ctx: WorkerContext, stop: AbortSignal): Promise<void> {
  const queued = await queuedKeys(ctx);
  const clusters = await ctx.db.cluster.findMany({
    select: {
      id: true,
      retryAt: true,
      operations: { where: { state: { in: ['waiting', 'running'] } }, select: { id: true }, take: 1 },
    },
  });
  const seeds = await ctx.db.seed.findMany({ select: { id: true } });
  await ctx.db.$transaction(
    async (tx) => {
      for (const { id, retryAt, operations } of clusters) {
        if (stop.aborted || queued.has(jobKey('reconcile_cluster', { clusterId: id }))) continue;
        const later = retryAt ?? new Date(Date.now() + Math.random() * spreadMs);
        await enqueue(tx, 'reconcile_cluster', { clusterId: id }, operations.length > 0 ? {} : { runAt: later });
      }
      for (const { id } of seeds) {
        await enqueue(tx, 'publish_ingest', { seedId: id });
        if (!queued.has(jobKey('observe_seed', { seedId: id }))) await enqueue(tx, 'observe_seed', { seedId: id });
      }
    },
    { timeout: 60_000 },
  );
  const gone = await removeSilentCollectors(ctx.db);
  if (gone > 0) ctx.log.info({ gone }, 'silent collectors forgotten');
  await removeExpiredKeys(ctx.db);
  await removeExpiredGrafanaSignIns(ctx.db);
}

/** Jobs that wait or run; one that has failed for good counts as missing. */
async function queuedKeys(ctx: WorkerContext): Promise<Set<string>> {
  const rows = await ctx.db.$queryRaw<{ key: string }[]>`
    SELECT coalesce(key, queue_name) AS key FROM graphile_worker.jobs
    WHERE coalesce(key, queue_name) IS NOT NULL AND (attempts < max_attempts OR locked_at IS NOT NULL)`;
  return new Set(rows.map(({ key }) => key));
}
