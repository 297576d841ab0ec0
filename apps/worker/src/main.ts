import process from 'node:process';
import { createDb } from '@oriel/db/client';
import { createLog } from '@oriel/db/log';
import { openSecretBox } from '@oriel/db/secret-box';
import { closePools } from '@oriel/seed-client/pools';
import { ClusterClients } from './cluster-clients.ts';
import { readEnvironment } from './env.ts';
import { grafanaContext } from './grafana/context.ts';
import { runWorker } from './lifecycle.ts';
import { Cooldown } from './reconcile/cooldown.ts';
import { DriftMemory } from './reconcile/drift-memory.ts';

const env = readEnvironment();
const log = createLog({ name: 'worker', level: env.logLevel });
const secrets = await openSecretBox(env.keyFile);
const db = createDb(env.databaseUrl, {
  poolSize: env.concurrency + 2,
  onConnectionError: (error) => log.debug({ error: error.message }, 'database connection lost'),
});
const clients = new ClusterClients(secrets, { allowLoopback: env.allowLoopback });

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const grafana = env.grafana && grafanaContext({ db, secrets, log }, env.grafana);
const ctx = {
  db,
  secrets,
  log,
  clients,
  driftMemory: new DriftMemory(),
  cooldown: new Cooldown(),
  grafana,
  images: env.images,
};
await runWorker(env, ctx, stop.signal);
await clients.close();
await closePools();
await db.$disconnect();
log.info('stopped');
