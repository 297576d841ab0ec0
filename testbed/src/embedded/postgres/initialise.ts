import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { PostgresPrograms } from './place.ts';

export interface Initialise {
  /** Gets the folder `data`. */
  readonly folder: string;
  readonly programs: PostgresPrograms;
  readonly account: Account | undefined;
  readonly user: string;
  readonly password: string;
}

/** Makes the database files unless they are there, in one step: a start that was killed leaves none or all. */
export async function ensureDatabaseFiles(options: Initialise): Promise<string> {
  const { folder, programs, account } = options;
  const data = join(folder, 'data');
  if (existsSync(data)) {
    assertSameVersion(data, programs.version);
    return data;
  }
  await mkdir(folder, { recursive: true });
  if (account) await chown(folder, account.uid, account.gid);
  for (const name of await readdir(folder)) {
    if (name.startsWith('data.new') || name.startsWith('password.')) await rm(join(folder, name), { recursive: true });
  }
  const fresh = join(folder, `data.new-${process.pid}`);
  await initdb(fresh, options);
  await rename(fresh, data);
  return data;
}

async function initdb(data: string, { folder, programs, account, user, password }: Initialise): Promise<void> {
  const passwordFile = join(folder, `password.${process.pid}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  try {
    const args = [
      `--pgdata=${data}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      // The same order of texts on every machine, whatever its language.
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    await run(programs.initdb, args, account);
  } catch (cause) {
    throw new Error(`PostgreSQL could not make its files in ${folder}: ${(cause as Error).message}`, { cause });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function run(command: string, args: readonly string[], account: Account | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    // From `/`: the account may not be allowed into the folder that we were started in.
    const child = spawn(command, args, {
      ...account,
      cwd: '/',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    const said: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said.join('').trim()))));
  });
}

function assertSameVersion(data: string, version: string): void {
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const [wanted] = version.split('.');
  if (found === wanted) return;
  throw new Error(
    `The database in ${data} was made by PostgreSQL ${found}; this Oriel brings ${wanted}. Go back to the version that made it, or start afresh with --reset.`,
  );
}
