import { type JobName, type JobPayload, jobKey, jobs } from '@oriel/domain/jobs';
import type { Tx } from './client.ts';

export interface EnqueueOptions {
  /** At once unless given. A job that waits already keeps its own time: a later wish never puts it off. */
  readonly runAt?: Date;
}

/**
 * Adds a job within the transaction that made it necessary. While an equal one waits, the two become
 * one; while it runs, another follows it. Both are decided by one statement, so that a wish for now
 * and a plan for later that meet cannot lose the earlier of them.
 */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayload<N>,
  { runAt }: EnqueueOptions = {},
): Promise<void> {
  const json = JSON.stringify(jobs[name].parse(payload));
  // No queue name: graphile-worker would lock the rows of all queues, one per cluster, at each job.
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${name},
      payload => ${json}::json,
      job_key => ${jobKey(name, payload)},
      job_key_mode => ${runAt === undefined ? 'replace' : 'preserve_run_at'},
      run_at => coalesce(${runAt ?? null}::timestamptz, now())
    )`;
}
