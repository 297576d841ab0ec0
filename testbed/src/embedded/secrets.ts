import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { HomePaths } from './home.ts';

export interface Secrets {
  readonly sessionSecret: string;
  readonly postgresPassword: string;
  readonly applicationPassword: string;
  /** Shared by nginx and the gateway's listener for remote configuration. */
  readonly ingestToken: string;
  /** Of Grafana's administrator, which is the worker. */
  readonly grafanaPassword: string;
}

/** Reads the home's secrets; those that are missing are made (256 bits each, files 0600 in a folder 0700). */
export async function ensureSecrets(paths: HomePaths): Promise<Secrets> {
  await mkdir(dirname(paths.keyFile), { recursive: true, mode: 0o700 });
  // Secrets in the database are sealed with it: a home without its key file has lost them, so it is never replaced.
  await ensureFile(paths.keyFile, () => {
    const key = randomBytes(32).toString('base64');
    return `${JSON.stringify({ current: 'k1', keys: { k1: key } }, null, 2)}\n`;
  });
  return {
    sessionSecret: await ensureFile(paths.sessionSecret, newSecret),
    postgresPassword: await ensureFile(paths.postgresPassword, newSecret),
    applicationPassword: await ensureFile(paths.applicationPassword, newSecret),
    ingestToken: await ensureFile(paths.ingestToken, newSecret),
    grafanaPassword: await ensureFile(paths.grafanaPassword, newSecret),
  };
}

const newSecret = () => randomBytes(32).toString('base64url');

/** Never half a file, never a second one over the first: written beside, then linked into place. */
export async function ensureFile(file: string, make: () => string): Promise<string> {
  const present = await readFile(file, 'utf8').catch(() => undefined);
  if (present !== undefined) return present;
  const beside = `${file}.${process.pid}`;
  await writeFile(beside, make(), { mode: 0o600, flush: true });
  try {
    await link(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(beside, { force: true });
  }
  return readFile(file, 'utf8');
}
