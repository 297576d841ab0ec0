import type { JobPayload } from '@oriel/domain/jobs';
import type { WorkerContext } from '../context.ts';
import { reconcileCluster } from '../reconcile/reconcile-cluster.ts';
import { reschedule } from './reschedule.ts';

/** Clusters that are being worked on. One worker is active at a time, so its own memory is enough. */
const running = new Set<string>();
const busyMs = 500;

/** Runs the loop once and puts the next run into the queue, so that no cluster holds a slot while it waits. */
export async function reconcileClusterJob(
  ctx: WorkerContext,
  payload: JobPayload<'reconcile_cluster'>,
  stop: AbortSignal,
): Promise<void> {
  const { clusterId } = payload;
  const restMs = Math.max(ctx.cooldown.remaining(clusterId), running.has(clusterId) ? busyMs : 0);
  if (restMs > 0) return reschedule(ctx, 'reconcile_cluster', { payload, inMs: restMs });
  running.add(clusterId);
  try {
    const inMs = await reconcileCluster(ctx, clusterId, stop);
    if (inMs !== undefined) await reschedule(ctx, 'reconcile_cluster', { payload, inMs });
  } finally {
    running.delete(clusterId);
  }
}
