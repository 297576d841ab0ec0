import type { JobPayload } from '@oriel/domain/jobs';
import type { WorkerContext } from '../context.ts';
import { reconcileCluster } from '../reconcile/reconcile-cluster.ts';
import { Visit } from '../reconcile/visit.ts';
import { reschedule } from './reschedule.ts';

/** Clusters that are being worked on. One worker is active at a time, so its own memory is enough. */
const running = new Map<string, Visit>();
const busyMs = 500;

/**
 * Runs the loop once and puts the next run into the queue, so that no cluster holds a slot while it waits. One that meets
 * another of its cluster comes again soon; it was asked for since, so what nobody asked for gives way to it.
 */
export async function reconcileClusterJob(
  ctx: WorkerContext,
  payload: JobPayload<'reconcile_cluster'>,
  stop: AbortSignal,
): Promise<void> {
  const { clusterId } = payload;
  const underWay = running.get(clusterId);
  underWay?.giveWay();
  const restMs = Math.max(ctx.cooldown.remaining(clusterId), underWay ? busyMs : 0);
  // The other may just have planned its next look, a minute or more from now.
  if (restMs > 0) return reschedule(ctx, 'reconcile_cluster', { payload, inMs: restMs, isAwaited: true });
  const visit = new Visit();
  running.set(clusterId, visit);
  try {
    const inMs = await reconcileCluster(ctx, clusterId, { stop, visit });
    if (inMs !== undefined) await reschedule(ctx, 'reconcile_cluster', { payload, inMs });
  } finally {
    running.delete(clusterId);
  }
}
