import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDb } from '@oriel/db/client';
import { recordCollectors, removeCollectors } from '@oriel/db/collectors';
import { loadDesiredState } from '@oriel/db/desired-state';
import { listen } from '@oriel/db/listen';
import type { Log } from '@oriel/db/log';
import { closePools } from '@oriel/seed-client/pools';
import type { Environment } from './env.ts';
import { FairShare } from './fair-share.ts';
import { createFront } from './front.ts';
import { AllTenants } from './global/all-tenants.ts';
import { createGlobalApi } from './global/global-api.ts';
import { createGlobalReader } from './global/global-reader.ts';
import { createGlobalTail } from './global/global-tail.ts';
import { createGrafana } from './grafana/grafana.ts';
import { Grants, grantsFromDatabase } from './grants.ts';
import { createReadApi } from './read-api.ts';
import { createReader } from './reader.ts';
import { createRemoteConfigServer } from './remote-config/listener.ts';
import { PipelineCache } from './remote-config/pipelines.ts';
import { Sightings } from './remote-config/sightings.ts';
import { createFrontServer } from './server.ts';
import { createTailApi } from './tail/open-tail.ts';
import { Tails } from './tail/tails.ts';

export interface Gateway {
  /** Ports it really listens on, where 0 was asked for. */
  readonly port: number;
  readonly remoteConfigPort: number;
  /** Settles once changes are heard of. */
  readonly listening: Promise<void>;
  close(): Promise<void>;
}

const shutdownMs = 5_000;
/** More than a busy page needs; past it, somebody's program asks faster than it reads. */
const places = { mostPerProject: 128, mostPerPerson: 64, queuePerPerson: 128, patienceMs: 30_000 };

/** Starts both listeners. It does not wait for PostgreSQL, the web process or any store: each may come later. */
export async function startGateway(env: Environment, log: Log): Promise<Gateway> {
  const db = createDb(env.databaseUrl, {
    poolSize: 8,
    onConnectionError: (error) => log.warn({ error: error.message }, 'database connection lost'),
  });
  const grants = new Grants(grantsFromDatabase(db), env);
  const pipelines = new PipelineCache({ loadDesiredState: (clusterId) => loadDesiredState(db, clusterId) });
  const sightings = new Sightings({
    record: (batch) => recordCollectors(db, batch),
    remove: (keys) => removeCollectors(db, keys),
    onFailure: (cause) => log.warn({ err: cause }, 'could not write what agents reported; it is kept and tried again'),
  });
  const onFailure = (cause: unknown, requestId: string) => log.error({ err: cause, requestId }, 'a request failed');
  const { publicOrigin } = env;
  const share = new FairShare({ ...places, shared: env.storeConcurrency });
  const reader = createReader({ grants, share, onFailure });
  const tenants = new AllTenants(db);
  const globalReader = createGlobalReader({ grants, tenants, share, fail: reader.fail });
  const grafana =
    env.grafana && createGrafana({ ...env.grafana, publicOrigin, db, grants, reader, globalReader, onFailure });
  const tails = new Tails();
  const suspect = () => {
    grants.suspect();
    tenants.suspect();
    grafana?.suspect();
    tails.verify();
    pipelines.suspect();
  };
  const listener = listen(
    env.databaseUrl,
    ['oriel_grants', 'oriel_clusters'],
    (channel, payload) => {
      if (channel !== 'oriel_grants') return pipelines.drop(payload);
      grants.drop();
      tenants.drop();
      grafana?.drop();
      tails.verify();
    },
    { onReconnect: suspect, onDisconnect: suspect },
  );
  const front = createFront(env);
  const read = createReadApi({ reader, publicOrigin });
  const tail = createTailApi({ grants, tails, publicOrigin, onFailure });
  const readGlobal = createGlobalApi({ reader: globalReader, fail: reader.fail, publicOrigin });
  const tailGlobal = createGlobalTail({ grants, tenants, tails, publicOrigin, onFailure });
  const { server, plain } = createFrontServer({
    publicOrigin,
    read,
    tail,
    readGlobal,
    tailGlobal,
    pass: front.pass,
    grafana,
  });
  const remoteConfig = createRemoteConfigServer({
    token: env.ingestToken,
    pipelines,
    sightings,
    onFailure: (cause) => log.error({ err: cause }, 'remote configuration failed'),
  });
  await Promise.all([open(server, env.port, env.host), open(remoteConfig, env.remoteConfigPort, '127.0.0.1')]);
  return {
    port: (server.address() as AddressInfo).port,
    remoteConfigPort: (remoteConfig.address() as AddressInfo).port,
    listening: listener.ready,
    async close() {
      tails.close();
      await Promise.all([shut(server, plain), shut(remoteConfig)]);
      await Promise.all([front.close(), grafana?.close(), listener.close(), sightings.close()]);
      await Promise.all([closePools(), db.$disconnect()]);
    },
  };
}

function open(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: 1024 }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

type Connections = Pick<Server, 'closeIdleConnections' | 'closeAllConnections'>;

/** Lets answers that are on their way finish, for a few seconds. `others` has connections that the server does not count. */
function shut(server: Server, others?: Connections): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.closeAllConnections();
      others?.closeAllConnections();
    }, shutdownMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
    others?.closeIdleConnections();
  });
}
