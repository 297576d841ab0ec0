import type { ApiServer } from '@oriel/k8s/api-server';
import { titleOf } from '@oriel/k8s/objects';
import type { Plan, PlannedChange } from '@oriel/k8s/plan';
import { deleteObject } from '@oriel/k8s/prune';
import { applyObject } from '@oriel/k8s/server-side-apply';

export interface ApplyOptions {
  /** Take fields over from others: only when a person asked for it. Drift is put right without. */
  readonly takeOver: boolean;
  readonly signal: AbortSignal;
  readonly onApplied: (change: PlannedChange) => Promise<void> | void;
}

const workloads = new Set(['DaemonSet', 'Deployment']);

/**
 * Applies what the plan creates or updates: the namespace first, then everything that workloads live on, then the
 * workloads; side by side within each. Stops at the first refusal, which is thrown; what was applied stays and the next
 * run goes on from there. Returns how many objects were written.
 */
export async function applyChanges(api: ApiServer, { changes }: Plan, options: ApplyOptions): Promise<number> {
  const due = changes.filter(({ action }) => action === 'create' || action === 'update');
  const isFirst = ({ object }: PlannedChange) => object.kind === 'Namespace';
  const isLast = ({ object }: PlannedChange) => workloads.has(object.kind);
  for (const group of [due.filter(isFirst), due.filter((c) => !isFirst(c) && !isLast(c)), due.filter(isLast)]) {
    const results = await Promise.allSettled(
      group.map(async (change) => {
        await applyObject(api, change.object, { force: options.takeOver || change.drift, signal: options.signal });
      }),
    );
    for (const [index, result] of results.entries()) {
      const change = group[index];
      if (result.status === 'fulfilled' && change !== undefined) await options.onApplied(change);
    }
    const failed = results.find((result) => result.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
  return due.length;
}

/** Asks for the removal of everything that is no longer desired, workloads first. It ends when a new look finds nothing. */
export async function removeLeftovers(
  api: ApiServer,
  { changes }: Plan,
  options: { readonly signal: AbortSignal; readonly onRemoved: (title: string) => Promise<void> | void },
): Promise<void> {
  for (const { action, object } of changes) {
    if (action !== 'delete' || object.metadata.deletionTimestamp !== undefined) continue;
    if (await deleteObject(api, object, options.signal)) await options.onRemoved(titleOf(object));
  }
}
