import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type HomePaths, homePaths } from '@oriel/testbed/embedded/home';
import { databaseAccount } from '@oriel/testbed/embedded/postgres/account';
import { awayFolder, databaseFolder } from '@oriel/testbed/embedded/postgres/place';
import { databaseUrl, preparePostgres } from '@oriel/testbed/embedded/postgres/start-postgres';
import { ensureSecrets } from '@oriel/testbed/embedded/secrets';
import { freePort } from '@oriel/testbed/process/free-port';
import { startProcess } from '@oriel/testbed/process/managed-process';

/** A machine with the folders of an Oriel, as `npm start` lays them out. */
export interface Host {
  readonly paths: HomePaths;
  readonly secretsFolder: string;
  readonly dataFolder: string;
  /** Starts the database on what is there, and makes what is not. */
  start(): Promise<{ readonly url: string; stop(): Promise<void> }>;
  remove(): Promise<void>;
}

export async function emptyHost(): Promise<Host> {
  const home = await mkdtemp(join(tmpdir(), 'oriel-host-'));
  // PostgreSQL's account has to pass through it.
  await chmod(home, 0o755);
  const paths = homePaths(home);
  return {
    paths,
    secretsFolder: dirname(paths.keyFile),
    dataFolder: join(databaseFolder(home, databaseAccount()), 'data'),
    async start() {
      const { postgresPassword: password } = await ensureSecrets(paths);
      const port = await freePort();
      const running = await startProcess(await preparePostgres({ paths, port, password }));
      return { url: databaseUrl({ port, password }), stop: () => running.stop() };
    },
    async remove() {
      await rm(home, { recursive: true, force: true });
      await rm(dirname(awayFolder(home)), { recursive: true, force: true });
    },
  };
}
