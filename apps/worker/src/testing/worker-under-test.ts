import { createLog } from '@oriel/db/log';
import { ClusterClients } from '../cluster-clients.ts';
import type { WorkerContext } from '../context.ts';
import { runWorker } from '../lifecycle.ts';
import { Cooldown } from '../reconcile/cooldown.ts';
import { DriftMemory } from '../reconcile/drift-memory.ts';
import type { OrielUnderTest } from './oriel-under-test.ts';

export interface WorkerUnderTest {
  readonly ctx: WorkerContext;
  stop(): Promise<void>;
}

/** The whole worker in this process: lease, queue, sweeps, jobs. */
export function startWorker(databaseUrl: string, { db, secrets }: OrielUnderTest): WorkerUnderTest {
  const policy = { allowLoopback: false };
  const ctx: WorkerContext = {
    db,
    secrets,
    log: createLog({ name: 'worker', level: 'fatal' }),
    clients: new ClusterClients(secrets, policy),
    driftMemory: new DriftMemory(),
    cooldown: new Cooldown(),
  };
  const stop = new AbortController();
  const env = {
    databaseUrl,
    keyFile: '',
    allowLoopback: false,
    concurrency: 10,
    grafana: undefined,
    images: undefined,
    logLevel: 'fatal',
  };
  const running = runWorker(env, ctx, stop.signal);
  return {
    ctx,
    async stop() {
      stop.abort();
      await running;
      await ctx.clients.close();
    },
  };
}
