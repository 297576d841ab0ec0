import { type JobName, type JobPayload, jobKey, jobs } from '@oriel/domain/jobs';
import type { WorkerContext } from '../context.ts';

/**
 * Puts a job's next run into the queue. A run that somebody asked for meanwhile keeps its own, earlier time: that is
 * what `preserve_run_at` is for, and why this is not `enqueue`.
 */
export async function reschedule<N extends JobName>(
  ctx: WorkerContext,
  name: N,
  { payload, inMs }: { readonly payload: JobPayload<N>; readonly inMs: number },
): Promise<void> {
  const json = JSON.stringify(jobs[name].parse(payload));
  const key = jobKey(name, payload);
  await ctx.db.$executeRaw`
    SELECT graphile_worker.add_job(
      ${name}, payload => ${json}::json, job_key => ${key}, job_key_mode => 'preserve_run_at',
      run_at => now() + ${inMs}::float8 * interval '1 millisecond')`;
}
