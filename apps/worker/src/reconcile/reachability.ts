import type { ConditionInput } from '@oriel/domain/conditions';
import { OrielError } from '@oriel/domain/errors';
import { ClusterError } from '@oriel/k8s/cluster-error';
import { type Inventory, takeInventory } from '@oriel/k8s/inventory';
import type { ClusterRun } from './cluster-run.ts';
import { reportConditions } from './report-status.ts';

/** Asks the cluster for its version and nodes, and notes that it was reached. */
export async function reachedNow(run: ClusterRun): Promise<Inventory> {
  const { ctx, cluster, signal } = run;
  const inventory = await takeInventory(await run.api(), signal);
  await ctx.db.cluster.update({
    where: { id: cluster.id },
    data: {
      kubernetesVersion: inventory.version,
      nodeCount: inventory.nodeCount,
      latencyMs: inventory.latencyMs,
      lastReachedAt: new Date(),
    },
  });
  await reportConditions(ctx.db, cluster, [reachable(inventory.version)]);
  return inventory;
}

export function reachable(version: string | null): ConditionInput {
  const message = `The API server answers${version === null ? '' : ` (Kubernetes ${version})`}.`;
  return { type: 'Reachable', status: 'True', reason: 'Answers', message };
}

/** What a failed look says about the cluster: out of reach, or in reach and not as desired. */
export function conditionOfFailure(error: unknown): ConditionInput {
  if (error instanceof ClusterError) {
    const { reason, message } = error;
    const cannotBeUsed = error.unreachable || reason === 'Unauthorized' || reason === 'ServerError';
    return { type: cannotBeUsed ? 'Reachable' : 'InSync', status: 'False', reason, message };
  }
  if (error instanceof OrielError) {
    return { type: 'InSync', status: 'False', reason: 'Blocked', message: error.message };
  }
  const message = 'Oriel itself failed while it looked at this cluster; its log says why. It tries again.';
  return { type: 'InSync', status: 'Unknown', reason: 'InternalFault', message };
}
