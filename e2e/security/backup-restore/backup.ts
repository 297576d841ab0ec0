import { chmod, chown, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createPool } from '@oriel/db/pool';
import { databaseAccount } from '@oriel/testbed/embedded/postgres/account';

/** Of a running server; PostgreSQL's manual on low-level base backups says to leave them out. */
const notCopied = new Set(['postmaster.pid', 'postmaster.opts', 'pg_wal']);

/**
 * A base backup of a running server (PostgreSQL 18, 25.3.4), by its own functions: the npm package that brings the server
 * brings neither pg_dump nor pg_basebackup.
 *
 * @param during work that goes on while files are copied.
 */
export async function backUp(
  { url, dataFolder }: { url: string; dataFolder: string },
  to: string,
  during: () => Promise<void>,
): Promise<void> {
  const pool = createPool(url, 1);
  const session = await pool.connect();
  try {
    await session.query("SELECT pg_backup_start('oriel', true)");
    await mkdir(to, { recursive: true });
    for (const name of await readdir(dataFolder)) {
      if (!notCopied.has(name)) await cp(join(dataFolder, name), join(to, name), { recursive: true });
    }
    await during();
    const { rows } = await session.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)');
    // What happened while files were copied is in the log, which has to come last.
    await cp(join(dataFolder, 'pg_wal'), join(to, 'pg_wal'), { recursive: true });
    await writeFile(join(to, 'backup_label'), rows[0]?.labelfile ?? '', { mode: 0o600 });
  } finally {
    session.release();
    await pool.end();
  }
}

/** Puts a backup where a server will look for its files. */
export async function restore(from: string, dataFolder: string): Promise<void> {
  await mkdir(dirname(dataFolder), { recursive: true });
  await rm(dataFolder, { recursive: true, force: true });
  await cp(from, dataFolder, { recursive: true });
  await chmod(dataFolder, 0o700);
  const account = databaseAccount();
  if (account === undefined) return;
  await chown(dirname(dataFolder), account.uid, account.gid);
  await chown(dataFolder, account.uid, account.gid);
  for (const entry of await readdir(dataFolder, { recursive: true })) {
    await chown(join(dataFolder, entry), account.uid, account.gid);
  }
}
