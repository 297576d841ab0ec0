import { type JobName, type JobPayload, jobKey, jobs } from '@oriel/domain/jobs';
import type { WorkerContext } from '../context.ts';

interface NextRun<N extends JobName> {
  readonly payload: JobPayload<N>;
  readonly inMs: number;
  /** Somebody waits for it: a plan for later that is there already gives way. Otherwise what is there keeps its time. */
  readonly isAwaited?: boolean;
}

/**
 * Puts a job's next run into the queue. A plan must not put off what somebody asked for meanwhile, and what somebody asked
 * for must not wait for a plan, whichever is there first: that is what the modes are for, and why this is not `enqueue`.
 */
export async function reschedule<N extends JobName>(
  ctx: WorkerContext,
  name: N,
  { payload, inMs, isAwaited = false }: NextRun<N>,
): Promise<void> {
  const json = JSON.stringify(jobs[name].parse(payload));
  const key = jobKey(name, payload);
  await ctx.db.$executeRaw`
    SELECT graphile_worker.add_job(
      ${name}, payload => ${json}::json, job_key => ${key},
      job_key_mode => ${isAwaited ? 'replace' : 'preserve_run_at'},
      run_at => now() + ${inMs}::float8 * interval '1 millisecond')`;
}
