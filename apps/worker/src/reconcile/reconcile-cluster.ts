import { loadDesiredState } from '@oriel/db/desired-state';
import { stepsOf } from '@oriel/domain/operations';
import { ClusterError } from '@oriel/k8s/cluster-error';
import type { WorkerContext } from '../context.ts';
import { advanceOperation, wouldPassNow } from './advance-operation.ts';
import { openNextAttempt, SupersededError } from './attempt.ts';
import { backoffMs, driftIntervalMs } from './backoff.ts';
import { ClusterRun } from './cluster-run.ts';
import { keepDashboards } from './dashboards/keep-dashboards.ts';
import { checkDrift } from './drift-check.ts';
import { loadCluster, type OperationRow } from './load-cluster.ts';
import { conditionOfFailure } from './reachability.ts';
import { reportConditions } from './report-status.ts';
import type { Visit } from './visit.ts';

/** A cluster that answers so slowly gives its slot back; it goes on where it was. */
const patienceMs = 60_000;

/**
 * Takes one cluster a step towards its desired state: its newest operation where that is open, a quiet new try where
 * it failed, a look for drift otherwise. Returns the milliseconds until the next look, or undefined once the cluster is
 * forgotten. Safe to run at any moment and any number of times.
 */
export async function reconcileCluster(
  ctx: WorkerContext,
  clusterId: string,
  { stop, visit }: { readonly stop: AbortSignal; readonly visit: Visit },
): Promise<number | undefined> {
  const [cluster, desired] = [await loadCluster(ctx.db, clusterId), await loadDesiredState(ctx.db, clusterId)];
  if (cluster === undefined || desired === undefined) {
    await ctx.clients.drop(clusterId);
    ctx.driftMemory.forget(clusterId);
    return undefined;
  }
  const patience = AbortSignal.timeout(patienceMs);
  const run = new ClusterRun(ctx, cluster, desired, AbortSignal.any([stop, patience, visit.signal]));
  const [operation] = cluster.operations;
  try {
    if (operation?.state === 'waiting' || operation?.state === 'running') return await follow(run, operation);
    visit.lookSilently();
    if (operation?.state === 'failed') return await tryAgain(run, operation);
    await checkDrift(run);
    await keepDashboards(run);
    return driftIntervalMs();
  } catch (error) {
    if (error instanceof SupersededError) return 0;
    if (stop.aborted) throw error;
    if (visit.gaveWay) return 0;
    return noteFailure(run, patience.aborted ? tooSlow(error) : error);
  }
}

async function follow(run: ClusterRun, operation: OperationRow): Promise<number | undefined> {
  const progress = await advanceOperation(run, operation);
  if (progress.kind === 'waiting') return progress.againMs;
  if (progress.kind === 'failed') return noteFailure(run, progress.error);
  if (operation.kind === 'delete_cluster') return undefined;
  await run.ctx.db.cluster.update({ where: { id: run.cluster.id }, data: { failures: 0, retryAt: null } });
  return 0;
}

/** In the background, without a new entry in the record until the step that failed would pass. */
async function tryAgain(run: ClusterRun, operation: OperationRow): Promise<number> {
  const progress = await wouldPassNow(run, operation);
  if (progress.kind === 'finished') {
    await openNextAttempt(run.ctx.db, operation);
    return 0;
  }
  // The agents are installed and something beyond them is missing: drift is looked for all the same.
  if (failedBeyondPrune(operation)) {
    await checkDrift(run);
    await keepDashboards(run);
  }
  return noteFailure(run, progress.kind === 'failed' ? progress.error : undefined);
}

function failedBeyondPrune({ kind, attempts }: OperationRow): boolean {
  const failed = attempts[0]?.steps.find(({ state }) => state === 'failed');
  return failed !== undefined && failed.position > (stepsOf[kind] as readonly string[]).indexOf('prune');
}

/** Keeps the next try in the row, so that a restart neither forgets nor hurries it. */
async function noteFailure(run: ClusterRun, error: unknown): Promise<number> {
  const { ctx, cluster } = run;
  const failures = cluster.failures + 1;
  const askedMs = error instanceof ClusterError ? (error.fault.retryAfterSeconds ?? 0) * 1_000 : 0;
  const againMs = Math.max(backoffMs(failures), askedMs);
  ctx.cooldown.start(cluster.id, askedMs);
  await ctx.db.cluster.updateMany({
    where: { id: cluster.id },
    data: { failures, retryAt: new Date(Date.now() + againMs) },
  });
  if (error !== undefined) await reportConditions(ctx.db, cluster, [conditionOfFailure(error)]);
  const reason = error instanceof ClusterError ? error.reason : error instanceof Error ? error.name : 'Waiting';
  ctx.log.debug({ cluster: cluster.name, failures, againMs, reason }, 'next try later');
  return againMs;
}

function tooSlow(cause: unknown): ClusterError {
  return new ClusterError('timed_out', {
    reason: 'TooSlow',
    what: `The API server took more than ${patienceMs / 1_000} s for one look at the cluster.`,
    fix: 'Check its load.',
    cause,
  });
}
