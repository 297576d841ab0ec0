import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OrielError } from '@oriel/domain/errors';
import type { Authority, IssuedCertificate } from './certificates.ts';

/** Names inside a seed's ingest folder, as nginx.conf mentions them. */
export const ingestFiles = {
  config: 'nginx.conf',
  tenantMap: 'tenants.map',
  /** SHA-256 of the map that nginx was last told to read. */
  published: 'tenants.map.published',
  remoteConfigToken: 'remote-config-token.conf',
  serverCert: 'server.crt',
  serverKey: 'server.key',
  caCert: 'ca.crt',
  pid: 'nginx.pid',
  cache: 'cache',
  logs: 'logs',
  temporary: 'tmp',
  accessLog: 'logs/access.log',
  errorLog: 'logs/error.log',
} as const;

export interface IngestFolder {
  readonly config: string;
  readonly server: Pick<IssuedCertificate, 'certPem' | 'keyPem'>;
  readonly caPem: Authority['certPem'];
  /** The secret that nginx shows to the gateway. */
  readonly remoteConfigToken: string;
}

/** Arguments for nginx in the foreground, logging into the folder from its first line on. */
export function nginxArguments(directory: string): string[] {
  return ['-p', directory, '-c', ingestFiles.config, '-e', ingestFiles.errorLog];
}

/** Writes everything nginx needs; secrets get mode 0600. An existing tenants.map stays as it is. */
export async function writeIngestFolder(directory: string, folder: IngestFolder): Promise<void> {
  if (!/^[\w.~+/=-]{16,}$/.test(folder.remoteConfigToken)) {
    throw new OrielError('internal', 'The secret for remote configuration is too short or holds unusual characters.');
  }
  for (const name of ['', ingestFiles.cache, ingestFiles.logs, ingestFiles.temporary]) {
    await mkdir(join(directory, name), { recursive: true, mode: 0o700 });
  }
  await replaceFile(join(directory, ingestFiles.config), folder.config, 0o644);
  await replaceFile(join(directory, ingestFiles.caCert), folder.caPem, 0o644);
  await replaceFile(join(directory, ingestFiles.serverCert), folder.server.certPem, 0o644);
  await replaceFile(join(directory, ingestFiles.serverKey), folder.server.keyPem, 0o600);
  const token = `proxy_set_header Authorization "Bearer ${folder.remoteConfigToken}";\n`;
  await replaceFile(join(directory, ingestFiles.remoteConfigToken), token, 0o600);
  await (await open(join(directory, ingestFiles.tenantMap), 'a', 0o600)).close();
}

/**
 * Puts a new tenants.map in place in one step and lets nginx read it (SIGHUP). Returns whether nginx was told.
 * The hash is noted last: a process that dies in between does both again. A nginx that is not running reads the
 * file when it starts, so that is no failure.
 */
export async function publishTenantMap(directory: string, text: string): Promise<{ changed: boolean }> {
  const hash = createHash('sha256').update(text).digest('hex');
  const published = await readFile(join(directory, ingestFiles.published), 'utf8').catch(() => undefined);
  const present = await readFile(join(directory, ingestFiles.tenantMap), 'utf8').catch(() => undefined);
  if (published === hash && present === text) return { changed: false };
  await replaceFile(join(directory, ingestFiles.tenantMap), text, 0o600);
  await reloadNginx(directory);
  await replaceFile(join(directory, ingestFiles.published), hash, 0o600);
  return { changed: true };
}

/** Asks the running nginx to read its files again; false where none is running. */
export async function reloadNginx(directory: string): Promise<boolean> {
  const pid = Number.parseInt(await readFile(join(directory, ingestFiles.pid), 'utf8').catch(() => ''), 10);
  if (!Number.isSafeInteger(pid) || pid < 2 || !(await isNginx(pid))) return false;
  try {
    process.kill(pid, 'SIGHUP');
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw new OrielError('internal', `The ingest gateway (process ${pid}) may not be reloaded by this account.`, {
      cause,
    });
  }
}

/** A pid file outlives a killed nginx, and SIGHUP would end whoever has its number now. */
async function isNginx(pid: number): Promise<boolean> {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined);
  return name === undefined ? process.platform !== 'linux' : name.trim() === 'nginx';
}

/** Another process never sees half a file: written beside, synced, renamed. */
async function replaceFile(path: string, text: string, mode: number): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(beside, 'wx', mode);
    await file.writeFile(text);
    await file.sync();
    await file.close();
    await chmod(beside, mode);
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw cause;
  }
}
