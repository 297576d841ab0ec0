import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startedAt } from '../../cluster/process-identity.ts';
import { freePort } from '../../process/free-port.ts';
import { type ManagedProcess, startProcess } from '../../process/managed-process.ts';
import { homePaths } from '../home.ts';
import { databaseAccount } from './account.ts';
import { awayFolder, databaseFolder } from './place.ts';
import { databaseUrl, preparePostgres } from './start-postgres.ts';

const password = 'a password, made up / here';
let home = '';
let port = 0;
let running: ManagedProcess | undefined;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'oriel-home-'));
  await chmod(home, 0o755);
  port = await freePort();
});
afterEach(async () => {
  await running?.stop();
  await rm(home, { recursive: true, force: true });
});

async function start(): Promise<ManagedProcess> {
  running = await startProcess(await preparePostgres({ paths: homePaths(home), port, password }));
  return running;
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl({ port, password }) });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

const dataFolder = () => join(databaseFolder(home, databaseAccount()), 'data');

test('what was written survives a stop, and a kill', async () => {
  await start();
  await query('CREATE TABLE notes (text text)');
  await query("INSERT INTO notes VALUES ('before the stop')");
  await running?.stop();
  const { pid } = await start();
  await query("INSERT INTO notes VALUES ('before the kill')");
  process.kill(pid, 'SIGKILL');
  await running?.exited;
  await start();
  expect(await query('SELECT text FROM notes')).toEqual(['before the stop', 'before the kill']);
});

test('texts are UTF-8, whatever language this machine speaks', async () => {
  await start();
  expect(await query("SELECT upper('ärger') || length('漢字')")).toEqual(['ÄRGER2']);
});

test('a wrong password is refused', async () => {
  await start();
  const client = new pg.Client({ connectionString: databaseUrl({ port, password: 'guessed' }) });
  await expect(client.connect()).rejects.toThrow('password authentication failed');
});

test.runIf(process.platform === 'linux')(
  'a lock file that names a living stranger does not keep it from starting',
  async () => {
    await start();
    await running?.stop();
    const file = join(dataFolder(), 'postmaster.pid');
    await writeFile(file, `${process.pid}\n${dataFolder()}\n`);
    const { pid } = await start();
    expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^${pid}\\n`));
  },
);

test.runIf(process.platform === 'linux')('a server left over from a run that is gone is stopped before', async () => {
  const { pid } = await start();
  running = undefined;
  await start();
  expect(startedAt(pid)).toBeUndefined();
});

test.runIf(process.getuid?.() === 0)(
  'as root: data in a folder that the database account may not enter goes elsewhere',
  async () => {
    await chmod(home, 0o700);
    const away = awayFolder(home);
    try {
      await start();
      expect(databaseFolder(home, databaseAccount())).toBe(away);
      expect((await stat(join(away, 'data'))).uid).toBe(databaseAccount()?.uid);
      await running?.stop();
      // Opened later: the data stays where it is.
      await chmod(home, 0o755);
      await mkdir(join(home, 'postgres'), { recursive: true });
      expect(databaseFolder(home, databaseAccount())).toBe(away);
    } finally {
      await running?.stop();
      await rm(dirname(away), { recursive: true, force: true });
    }
  },
);
