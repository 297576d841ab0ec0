import { type JobName, type JobPayload, jobKey, jobs } from '@oriel/domain/jobs';
import type { Tx } from './client.ts';

export interface EnqueueOptions {
  /** At once unless given. */
  readonly runAt?: Date;
}

/**
 * Adds a job within the transaction that made it necessary. While an equal one waits, that one is
 * kept and runs at the earlier of the two times. The queue is named after the key, so that jobs of
 * one cluster never run side by side.
 */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayload<N>,
  { runAt }: EnqueueOptions = {},
): Promise<void> {
  const key = jobKey(name, payload);
  const json = JSON.stringify(jobs[name].parse(payload));
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${name},
      payload => ${json}::json,
      queue_name => ${key},
      job_key => ${key},
      run_at => least(
        coalesce(${runAt ?? null}::timestamptz, now()),
        -- A job that failed waits for its next try: a new wish does not inherit that delay, nor a running one's start.
        (SELECT run_at FROM graphile_worker.jobs WHERE key = ${key} AND attempts = 0 AND locked_at IS NULL)
      )
    )`;
}
