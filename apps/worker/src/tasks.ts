import { describeError } from '@oriel/db/describe-error';
import { type JobName, type JobPayload, jobs } from '@oriel/domain/jobs';
import type { TaskList } from 'graphile-worker';
import type { WorkerContext } from './context.ts';
import { forgetCredentialsJob } from './jobs/forget-credentials.ts';
import { observeSeedJob } from './jobs/observe-seed.ts';
import { publishIngestJob } from './jobs/publish-ingest.ts';
import { reconcileClusterJob } from './jobs/reconcile-cluster.ts';
import { sweep } from './jobs/sweep.ts';

type Job<N extends JobName> = (ctx: WorkerContext, payload: JobPayload<N>, signal: AbortSignal) => Promise<void>;

const handlers: { readonly [N in JobName]: Job<N> } = {
  reconcile_cluster: reconcileClusterJob,
  publish_ingest: publishIngestJob,
  observe_seed: observeSeedJob,
};

/** The tasks of graphile-worker. A payload that does not fit its schema fails before anything is done. */
export function createTasks(ctx: WorkerContext): TaskList {
  const tasks: TaskList = {
    sweep: (_, { abortSignal }) => sweep(ctx, abortSignal),
    forget_credentials: (_, { abortSignal }) => forgetCredentialsJob(ctx, abortSignal),
  };
  for (const name of Object.keys(jobs) as JobName[]) addTask(tasks, ctx, name);
  return tasks;
}

/** Run by the clock: every minute, and every hour; where the worker was away, the hourly one once for the past day. */
export const crontab = `* * * * * sweep ?max=3&jobKey=sweep
17 * * * * forget_credentials ?max=3&jobKey=forget_credentials&fill=1d`;

function addTask<N extends JobName>(tasks: TaskList, ctx: WorkerContext, name: N): void {
  tasks[name] = async (payload, { abortSignal }) => {
    const parsed = jobs[name].parse(payload) as JobPayload<N>;
    await handlers[name](ctx, parsed, abortSignal).catch((cause: unknown) => {
      // The queue keeps an error's message in its table, where a call's arguments have no place.
      throw new Error(describeError(cause).message, { cause });
    });
  };
}
