import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { ProcessSpec } from '../../process/managed-process.ts';
import { bound } from '../bound.ts';
import type { HomePaths } from '../home.ts';
import { databaseAccount } from './account.ts';
import { ensureDatabaseFiles } from './initialise.ts';
import { databaseFolder, postgresPrograms } from './place.ts';

const owner = 'oriel';
const database = 'oriel';

export interface PostgresOptions {
  readonly paths: HomePaths;
  readonly port: number;
  readonly password: string;
}

export interface DatabaseLogin extends Pick<PostgresOptions, 'port' | 'password'> {
  /** The tables' owner unless given. */
  readonly user?: string;
}

/** Connection string of Oriel's database (or of another one on the same server). */
export function databaseUrl({ port, password, user = owner }: DatabaseLogin, name = database): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
}

/** Files and programs made ready, and how the server is started; it is ready when Oriel's database exists. */
export async function preparePostgres({ paths, port, password }: PostgresOptions): Promise<ProcessSpec> {
  const account = databaseAccount();
  const programs = await postgresPrograms(account);
  const folder = databaseFolder(paths.root, account);
  const data = await ensureDatabaseFiles({ folder, programs, account, user: owner, password });
  await clearStaleServer(data);
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    // A socket's path has a short limit that a home's path may exceed.
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '64MB',
    jit: 'off',
    log_min_duration_statement: '2000',
    log_line_prefix: '%m [%p] ',
  };
  const args = ['-D', data, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])];
  const spec: ProcessSpec = {
    name: 'postgres',
    command: programs.postgres,
    args,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
    account,
    logFile: paths.log('postgres'),
    ready: () => ensureDatabase(port, password),
    // "Fast": ends connections and writes everything out. The default would wait for clients to leave.
    stopSignal: 'SIGINT',
    stopTimeoutMs: 30_000,
  };
  return bound(spec, 'INT');
}

async function ensureDatabase(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: databaseUrl({ port, password }, 'postgres'),
    connectionTimeoutMillis: 2_000,
  });
  // Without a listener a connection that breaks would end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
    return true;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * After a crash postmaster.pid names a process that may live on, or whose number is another's by now:
 * PostgreSQL then refuses to start. The caller holds the home's lock, so a server on these files is a left-over.
 */
async function clearStaleServer(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const [line = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const pid = Number(line);
  if (!Number.isSafeInteger(pid) || pid < 2) return;
  const isServer = async () =>
    (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0').includes(data);
  if (await isServer()) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; waited < 30_000 && (await isServer()); waited += 100) await sleep(100);
  }
  // Elsewhere than on Linux PostgreSQL has to judge by itself.
  if (process.platform === 'linux' && !(await isServer())) await rm(file, { force: true });
}
