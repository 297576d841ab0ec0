import { isDatabaseAway } from '@oriel/db/database-errors';
import { OrielError } from '@oriel/domain/errors';
import type { StepKey } from '@oriel/domain/operations';
import { ClusterError } from '@oriel/k8s/cluster-error';
import { z } from 'zod';
import { Attempt, type StepView, SupersededError } from './attempt.ts';
import type { ClusterRun } from './cluster-run.ts';
import type { OperationRow } from './load-cluster.ts';
import { abandonable, steps } from './steps/index.ts';
import type { Step, StepOutcome } from './steps/step.ts';

const requestSchema = z.looseObject({ abandon: z.boolean().optional(), takeOver: z.boolean().optional() }).catch({});

export type Progress =
  | { readonly kind: 'finished' }
  /** Waiting for something in the cluster; ask again then. */
  | { readonly kind: 'waiting'; readonly againMs: number }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Takes an open operation as far as it goes now. Throws `SupersededError` when a newer wish has replaced it. */
export async function advanceOperation(run: ClusterRun, operation: OperationRow): Promise<Progress> {
  const [row] = operation.attempts;
  if (row === undefined || row.finishedAt !== null) throw new SupersededError();
  const request = requestSchema.parse(operation.request);
  run.takeOver = request.takeOver === true;
  const attempt = new Attempt(run.ctx.db, operation.id, row);
  for (let view = attempt.next(); view !== undefined; view = attempt.next()) {
    const step = steps[view.key as StepKey];
    await attempt.begin(view);
    const result = await tryStep(run, step, (line) => attempt.log(view as StepView, line));
    const mayPass = request.abandon === true && operation.kind === 'delete_cluster' && abandonable.has(view.key);
    if (result.kind === 'done') {
      await attempt.end(view, 'succeeded', result.message);
    } else if (result.kind === 'again' && !isOverdue(view, step, result.againMs)) {
      await attempt.hold(view, result.message);
      return { kind: 'waiting', againMs: result.againMs };
    } else if (mayPass) {
      await attempt.end(
        view,
        'skipped',
        `Passed over as asked: ${result.message} What Oriel installed there stays behind.`,
      );
    } else {
      await attempt.end(view, 'failed', result.kind === 'again' ? outOfPatience(step, result.message) : result.message);
      await attempt.finish(false);
      return { kind: 'failed', error: result.error };
    }
  }
  if (operation.kind === 'delete_cluster') await forgetCluster(run, attempt);
  else await attempt.finish(true);
  return { kind: 'finished' };
}

/** Whether the step at which a failed operation stopped would pass by now. Nothing is recorded. */
export async function wouldPassNow(run: ClusterRun, operation: OperationRow): Promise<Progress> {
  const failed = operation.attempts[0]?.steps.find(({ state }) => state === 'failed');
  if (failed === undefined) return { kind: 'finished' };
  run.takeOver = requestSchema.parse(operation.request).takeOver === true;
  const result = await tryStep(run, steps[failed.key as StepKey], async () => undefined);
  if (result.kind === 'done') return { kind: 'finished' };
  return { kind: 'failed', error: result.error };
}

type StepResult =
  | { readonly kind: 'done'; readonly message: string }
  | { readonly kind: 'again'; readonly message: string; readonly againMs: number; readonly error: undefined }
  | { readonly kind: 'failed'; readonly message: string; readonly error: unknown };

async function tryStep(run: ClusterRun, step: Step, log: (line: string) => Promise<void>): Promise<StepResult> {
  try {
    const { done, message }: StepOutcome = await step.run(run, log);
    return done ? { kind: 'done', message } : { kind: 'again', message, againMs: step.againMs, error: undefined };
  } catch (error) {
    if (error instanceof SupersededError || run.signal.aborted || isDatabaseAway(error)) throw error;
    if (error instanceof ClusterError && error.retryable && !error.unreachable) {
      const againMs = Math.max(step.againMs, 1_000, (error.fault.retryAfterSeconds ?? 0) * 1_000);
      run.ctx.cooldown.start(run.cluster.id, againMs);
      return { kind: 'again', message: error.message, againMs, error: undefined };
    }
    if (error instanceof OrielError) {
      // A store or a gateway that is away comes back; a cluster that is away is retried outside of the attempt.
      if (error.retryable && !(error instanceof ClusterError)) {
        return { kind: 'again', message: error.message, againMs: Math.max(step.againMs, 2_000), error: undefined };
      }
      return { kind: 'failed', message: error.message, error };
    }
    run.ctx.log.error({ err: error, cluster: run.cluster.name }, 'a step failed unexpectedly');
    const message =
      'Oriel itself failed in this step; the log of the worker says why. Try again, and report it if it stays.';
    return { kind: 'failed', message, error };
  }
}

function outOfPatience({ patienceMs, advice }: Step, message: string): string {
  const minutes = Math.round(patienceMs / 60_000);
  return `Gave up after ${minutes === 1 ? 'a minute' : `${minutes} minutes`}. ${message} ${advice ?? ''}`.trim();
}

function isOverdue(view: StepView, step: Step, againMs: number): boolean {
  const since = view.startedAt?.getTime() ?? Date.now();
  return Date.now() + againMs > since + step.patienceMs;
}

/** The row takes its conditions, credentials and collectors along; the operation stays, with the cluster's name. */
async function forgetCluster({ ctx, cluster }: ClusterRun, attempt: Attempt): Promise<void> {
  await attempt.finish(true, (tx) => tx.cluster.delete({ where: { id: cluster.id } }));
  await ctx.clients.drop(cluster.id);
  ctx.driftMemory.forget(cluster.id);
}
