import { setTimeout as sleep } from 'node:timers/promises';
import { grantApplicationRole } from '@oriel/db/app-role';
import { createDb, type Db } from '@oriel/db/client';
import { migrate } from '@oriel/db/migrate';
import { openSecretBox, type SecretBox } from '@oriel/db/secret-box';
import { nodeAddressOf } from '../cluster/host-network.ts';
import { allSettledOrThrow } from '../cluster/settle.ts';
import { ensureWebBuilt } from './build-web.ts';
import { databaseUrl, preparePostgres } from './postgres/start-postgres.ts';
import { type Control, gatewayProcess, signInPageAnswers, webProcess, workerProcess } from './processes.ts';
import type { Progress } from './progress.ts';
import { type EmbeddedRows, ensureRows } from './rows.ts';
import type { Stack } from './stack.ts';

export interface ControlPlaneOptions extends Control {
  readonly adminEmail: string;
  /** Whether the demo cluster will run: its address is then what the ingest gateway is reached at. */
  readonly withCluster: boolean;
  readonly ingestHost: string | undefined;
  readonly progress: Progress;
  readonly stack: Stack;
  readonly signal: AbortSignal;
}

export interface RunningControlPlane extends EmbeddedRows {
  readonly db: Db;
  readonly secretBox: SecretBox;
}

/**
 * PostgreSQL, schema, first rows, gateway and pages. Returns when the sign-in page comes through the
 * front door.
 */
export async function startControlPlane(options: ControlPlaneOptions): Promise<RunningControlPlane> {
  const { progress, stack, paths, signal } = options;
  const building = progress.run(
    'web-build',
    (onProgress) => ensureWebBuilt({ logFile: paths.log('web-build'), signal, onProgress }),
    ({ isNew }) => (isNew ? '' : 'is up to date'),
  );
  // Its failure is seen below; until then it is nobody's unhandled rejection.
  building.catch(() => undefined);
  const running = await startDatabase(options);
  const gateway = progress.run('gateway', () => stack.start(gatewayProcess(options)));
  const web = building.then(({ name }) => {
    signal.throwIfAborted();
    return progress.run('web', async () => {
      await stack.start(webProcess(options, name));
      await gateway;
      await untilSignInPage(options);
    });
  });
  // A failure waits for the other: nothing may still be starting while all is being stopped.
  await allSettledOrThrow([gateway, web]);
  return running;
}

/** What changes clusters and observes seeds. No page waits for it. */
export async function startWorker(options: ControlPlaneOptions): Promise<void> {
  await options.progress.run('worker', () => options.stack.start(workerProcess(options)));
}

async function startDatabase(options: ControlPlaneOptions): Promise<RunningControlPlane> {
  const { progress, stack, paths, ports, secrets, adminEmail } = options;
  const password = secrets.postgresPassword;
  await progress.run('postgres', async () =>
    stack.start(await preparePostgres({ paths, port: ports.postgres, password })),
  );
  const url = databaseUrl({ port: ports.postgres, password });
  return progress.run('schema', async (onProgress) => {
    await migrate(url, { onProgress });
    await grantApplicationRole(url, secrets.applicationPassword);
    const db = createDb(url, { poolSize: 3 });
    stack.push({ stop: () => db.$disconnect() });
    const secretBox = await openSecretBox(paths.keyFile);
    const rows = await ensureRows(db, secretBox, adminEmail, {
      metricsUrl: `http://127.0.0.1:${ports.mimirHttp}`,
      logsUrl: `http://127.0.0.1:${ports.lokiHttp}`,
      ingestUrl: `https://${ingestAddress(options)}:${ports.ingest}`,
      ingestDirectory: paths.ingest,
    });
    return { ...rows, db, secretBox };
  });
}

/** Host of the seed's ingest address: reachable from every cluster that is meant to reach it. */
export function ingestAddress({ withCluster, ingestHost, ports }: ControlPlaneOptions): string {
  return ingestHost ?? (withCluster ? nodeAddressOf(ports.demo) : '127.0.0.1');
}

async function untilSignInPage({ signal, ...control }: ControlPlaneOptions): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 200) {
    if (await signInPageAnswers(control)) return;
    await sleep(200, undefined, { signal });
  }
  throw new Error(
    `The sign-in page did not come up within a minute. Logs: ${control.paths.log('web')}, ${control.paths.log('gateway')}`,
  );
}
