import { setTimeout as wait } from 'node:timers/promises';
import { describeError } from '@oriel/db/describe-error';
import { Logger, type Runner, run } from 'graphile-worker';
import pg from 'pg';
import type { WorkerContext } from './context.ts';
import type { Environment } from './env.ts';
import { reportNoGrafana } from './grafana/health.ts';
import { keepInStep } from './grafana/keep-in-step.ts';
import { sweep } from './jobs/sweep.ts';
import { type Lease, tryLease } from './lease.ts';
import { createTasks, crontab } from './tasks.ts';

const retryMs = 1_000;
/** Jobs for the near future are looked for this often: a person waits for the steps of an operation. */
const pollMs = 1_000;

/**
 * A job that ended is noted by a batch, if only of one: graphile-worker 0.18 awaits no other way of noting it, and a
 * connection cut in that moment would end the process. Like this the queue ends, its jobs are unlocked, and it begins anew.
 */
const notedWithCare = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } } as const;

/** Works while it holds the lease, waits for it otherwise, until `stop` fires. Outlives a database that is away. */
export async function runWorker(env: Environment, ctx: WorkerContext, stop: AbortSignal): Promise<void> {
  let said = '';
  const say = (text: string) => {
    if (text !== said) ctx.log.warn(text);
    said = text;
  };
  while (!stop.aborted) {
    try {
      const lease = await tryLease(env.databaseUrl);
      if (lease === undefined) say('Another worker is active; this one stands by.');
      else {
        said = '';
        await workUnder(lease, env, ctx, stop);
      }
    } catch (error) {
      say(`The database cannot be used: ${describeError(error).message}`);
    }
    await wait(retryMs, undefined, { signal: stop }).catch(() => undefined);
  }
}

async function workUnder(lease: Lease, env: Environment, ctx: WorkerContext, stop: AbortSignal): Promise<void> {
  const stopped = new Promise<Error>((resolve) => {
    const tell = () => resolve(new Error('The worker was told to stop.'));
    if (stop.aborted) tell();
    stop.addEventListener('abort', tell, { once: true });
  });
  const ended = new AbortController();
  let runner: Runner | undefined;
  let grafana: Promise<void> | undefined;
  const pgPool = queuePool(env, ctx);
  try {
    runner = await run({
      pgPool,
      preset: notedWithCare,
      concurrency: env.concurrency,
      pollInterval: pollMs,
      noHandleSignals: true,
      taskList: createTasks(ctx),
      crontab,
      gracefulShutdownAbortTimeout: 2_000,
      logger: jobLogger(ctx),
    });
    const crashed = runner.promise.then(
      () => new Error('The job runner ended.'),
      (error: Error) => error,
    );
    grafana = tendGrafana(env, ctx, ended.signal);
    await sweep(ctx, stop);
    ctx.log.info({ concurrency: env.concurrency }, 'working');
    const reason = await Promise.race([lease.ended, stopped, crashed]);
    ctx.log.info({ reason: reason.message }, 'stopping');
  } finally {
    ended.abort();
    await grafana;
    await runner?.stop().catch((error: Error) => ctx.log.debug({ error: error.message }, 'runner stop'));
    await pgPool.end().catch(() => undefined);
    lease.release();
    ctx.driftMemory.clear();
  }
}

/** Beside the queue, so that neither waits for the other. Where there is no Grafana, the pages are told so. */
async function tendGrafana(env: Environment, { db, grafana, log }: WorkerContext, stop: AbortSignal): Promise<void> {
  try {
    if (grafana) await keepInStep(grafana, env.databaseUrl, stop);
    else await reportNoGrafana(db);
  } catch (error) {
    log.warn({ err: error }, 'Grafana is not kept in step');
  }
}

/** The queue's own connections. One that breaks, at whatever moment, is noted and never ends the process. */
function queuePool(env: Environment, { log }: WorkerContext): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env.databaseUrl,
    max: 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const note = (error: Error) => log.debug({ error: error.message }, 'queue connection lost');
  pool.on('error', note);
  pool.on('connect', (client) => client.on('error', note));
  return pool;
}

/** graphile-worker's own lines, with its chatter about each job kept for debugging. */
function jobLogger({ log }: WorkerContext): Logger {
  return new Logger(() => (level, message) => {
    const target = level === 'error' ? 'warn' : level === 'warning' ? 'warn' : 'debug';
    // Its errors bring a whole stack along; the first line says what it was.
    log[target]({ from: 'jobs' }, message.split('\n', 1)[0]);
  });
}
