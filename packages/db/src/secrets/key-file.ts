import type { BigIntStats } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import { OrielError } from '@oriel/domain/errors';

/** Keys by id: new data keys are wrapped with the current one, old ones unwrapped with the one they name. */
export interface KeyFile {
  readonly current: string;
  /** Since when it is the current one; undefined in a file that never had another. */
  readonly currentSince: Date | undefined;
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

export interface ReadKeyFile extends KeyFile {
  /** Differs for every version of the file: compare with `stampOf`. */
  readonly stamp: string;
}

/**
 * Reads `{ "current": "k1", "keys": { "k1": "<base64 of 32 bytes>" } }`. Throws a sentence where it is not there, is not
 * for its owner alone, or a key is missing or too short.
 */
export async function readKeyFile(file: string): Promise<ReadKeyFile> {
  const handle = await open(file, 'r').catch((cause: NodeJS.ErrnoException) => {
    throw badKeyFile(
      cause.code === 'ENOENT' ? 'it is not there' : `it cannot be read (${cause.code ?? 'unknown'})`,
      cause,
    );
  });
  try {
    const stats = await handle.stat({ bigint: true });
    checkPrivate(stats);
    return { ...parseKeyFile(await handle.readFile('utf8')), stamp: stampOf(stats) };
  } finally {
    await handle.close();
  }
}

export function stampOf({ ino, mtimeNs, size }: BigIntStats): string {
  return `${ino}.${mtimeNs}.${size}`;
}

/** Puts a new version in place in one step: a reader finds the old file or the new one, a crash leaves either whole. */
export async function replaceKeyFile(file: string, keyFile: KeyFile): Promise<void> {
  const target = await realpath(file);
  const beside = `${target}.${process.pid}.new`;
  try {
    await writePrivate(beside, formatKeyFile(keyFile), target);
    await rename(beside, target);
    await syncFolder(dirname(target));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw badKeyFile(`it cannot be replaced (${code ?? (cause as Error).message})`, cause);
  } finally {
    await rm(beside, { force: true });
  }
}

function parseKeyFile(text: string): KeyFile {
  let parsed: { current?: unknown; currentSince?: unknown; keys?: unknown };
  try {
    parsed = JSON.parse(text) as typeof parsed;
  } catch {
    // The parser's own message quotes the text, and with it a key.
    throw badKeyFile('it is not JSON');
  }
  const keys = new Map(
    Object.entries(parsed.keys ?? {}).map(([id, value]) => [id, new Uint8Array(Buffer.from(String(value), 'base64'))]),
  );
  for (const [id, key] of keys) {
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(id))
      throw badKeyFile(`"${id}" is no name for a key: use letters, digits, "_", "-"`);
    if (key.length !== 32) throw badKeyFile(`key "${id}" has ${key.length} bytes instead of 32`);
  }
  if (typeof parsed.current !== 'string' || !keys.has(parsed.current)) {
    throw badKeyFile('"current" names none of its keys');
  }
  const since = typeof parsed.currentSince === 'string' ? new Date(parsed.currentSince) : undefined;
  if (since && Number.isNaN(since.getTime())) throw badKeyFile('"currentSince" is not a time');
  return { current: parsed.current, currentSince: since, keys };
}

function formatKeyFile({ current, currentSince, keys }: KeyFile): string {
  const written = Object.fromEntries([...keys].map(([id, key]) => [id, Buffer.from(key).toString('base64')]));
  return `${JSON.stringify({ current, currentSince: currentSince?.toISOString(), keys: written }, null, 2)}\n`;
}

/** Who can read it opens every secret; who can write it decides what new ones are sealed with. */
function checkPrivate({ mode, uid }: BigIntStats): void {
  if (process.getuid === undefined) return;
  const own = process.getuid();
  if ((Number(mode) & 0o077) !== 0) {
    throw badKeyFile(
      `others may read or change it (mode ${(Number(mode) & 0o777).toString(8).padStart(4, '0')}): run chmod 600 on it`,
    );
  }
  if (own !== 0 && Number(uid) !== own && Number(uid) !== 0) {
    throw badKeyFile(`it belongs to user ${uid}: give it to user ${own}, who runs Oriel, with chown`);
  }
}

async function writePrivate(file: string, text: string, like: string): Promise<void> {
  const former = await open(like, 'r');
  const { uid, gid } = await former.stat().finally(() => former.close());
  const handle = await open(file, 'wx', 0o600);
  try {
    // Whoever runs the command, the file stays with the account that Oriel runs as.
    if (process.getuid?.() === 0) await handle.chown(uid, gid);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle: FileHandle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Names the setting rather than the path: people who registered a cluster may see the sentence. */
function badKeyFile(why: string, cause?: unknown): OrielError {
  return new OrielError('internal', `The key file (ORIEL_KEY_FILE) cannot be used: ${why}.`, { cause });
}
