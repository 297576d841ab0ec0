import { enqueue } from '@oriel/db/enqueue';
import type { JobPayload } from '@oriel/domain/jobs';
import type { WorkerContext } from '../context.ts';
import { reconcileCluster } from '../reconcile/reconcile-cluster.ts';

/** Runs the loop once and puts the next run into the queue, so that no cluster holds a slot while it waits. */
export async function reconcileClusterJob(
  ctx: WorkerContext,
  { clusterId }: JobPayload<'reconcile_cluster'>,
  stop: AbortSignal,
): Promise<void> {
  const againMs = await reconcileCluster(ctx, clusterId, stop);
  if (againMs === undefined) return;
  const runAt = new Date(Date.now() + againMs);
  await ctx.db.$transaction((tx) => enqueue(tx, 'reconcile_cluster', { clusterId }, { runAt }));
}
