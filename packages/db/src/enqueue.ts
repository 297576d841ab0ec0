import { type JobName, type JobPayload, jobKey, jobs } from '@oriel/domain/jobs';
import type { Tx } from './client.ts';

/**
 * Adds the same job for many at once, spread evenly over a while so that neither the queue nor the clusters are
 * flooded.
 */
export async function enqueueMany<N extends JobName>(
  tx: Tx,
  name: N,
  payloads: readonly JobPayload<N>[],
  { spreadMs }: { readonly spreadMs: number },
): Promise<void> {
  const rows = payloads.map((payload, index) => ({
    payload: jobs[name].parse(payload),
    key: jobKey(name, payload),
    delay: (index / payloads.length) * spreadMs,
  }));
  await tx.$executeRaw`
    SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
      SELECT ROW(${name}, job.payload, NULL, now() + job.delay * interval '1 millisecond', NULL, job.key, NULL, NULL)
        ::graphile_worker.job_spec
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS job (payload json, key text, delay double precision)
    ))`;
}

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
