import { randomBytes } from 'node:crypto';
import { OrielError } from '@oriel/domain/errors';
import { appendAudit, platformActor } from '../audit.ts';
import type { Db, Tx } from '../client.ts';
import { type KeyFile, readKeyFile, replaceKeyFile } from './key-file.ts';
import { keysInUse } from './keys-in-use.ts';

/** What an administrator on Oriel's host does with the key file. */
export interface KeyKeeping {
  readonly db: Db;
  readonly keyFile: string;
  /** For the audit trail: the account of the operating system that ran the command. */
  readonly operator: string;
}

/**
 * A seal that began under the former key is written within a transaction's longest time (15 s) or not at all; clocks of
 * several hosts may differ, and so may the moment at which they get the file.
 */
export const retireAfterMs = 10 * 60_000;

/** Adds a key, and makes it the one that new secrets are sealed with. Returns its id. */
export function addKey(keeping: KeyKeeping): Promise<string> {
  return change(keeping, async (tx, { current, keys }) => {
    const id = nextId(keys.keys());
    await record(tx, keeping, 'secrets.add_key', { keyId: id, former: current });
    return {
      result: id,
      next: { current: id, currentSince: new Date(), keys: new Map([...keys, [id, new Uint8Array(randomBytes(32))]]) },
    };
  });
}

/** Removes a key from the file for good. Throws `conflict` while anything may still need it. */
export function retireKey(keeping: KeyKeeping, id: string, afterMs = retireAfterMs): Promise<void> {
  return change(keeping, async (tx, { current, currentSince, keys }) => {
    if (!keys.has(id)) throw new OrielError('not_found', `The key file has no key "${id}". See: secrets status.`);
    if (id === current) {
      throw new OrielError('conflict', `"${id}" is the current key. Run "secrets rotate" first, then retire it.`);
    }
    const waitMs = (currentSince?.getTime() ?? 0) + afterMs - Date.now();
    if (waitMs > 0) {
      const seconds = Math.ceil(waitMs / 1_000);
      const why = `"${current}" has been the current key for too short a time: a secret may still be on its way under "${id}".`;
      throw new OrielError('conflict', `${why} Try again in ${seconds} s.`);
    }
    const uses = (await keysInUse(tx)).filter(({ keyId }) => keyId === id);
    const [first] = uses;
    if (first) {
      const rows = uses.reduce((sum, { count }) => sum + count, 0);
      const where = uses.map(({ table }) => table).join(', ');
      throw new OrielError('conflict', `${rows} secrets still need "${id}" (${where}). Run "secrets rotate" first.`);
    }
    await record(tx, keeping, 'secrets.retire_key', { keyId: id });
    const rest = new Map([...keys].filter(([other]) => other !== id));
    return { result: undefined, next: { current, currentSince, keys: rest } };
  });
}

/** Two commands at once take turns: the second must not put a file in place that lacks the first one's key. */
function change<T>(
  { db, keyFile }: KeyKeeping,
  work: (tx: Tx, present: KeyFile) => Promise<{ result: T; next: KeyFile }>,
): Promise<T> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('oriel.key_file'))`;
    const { result, next } = await work(tx, await readKeyFile(keyFile));
    await replaceKeyFile(keyFile, next);
    return result;
  });
}

export function record(
  tx: Tx,
  { operator }: Pick<KeyKeeping, 'operator'>,
  action: string,
  what: Readonly<Record<string, string | number>>,
): Promise<void> {
  const target = { targetType: 'secrets', targetId: String(what.keyId) };
  return appendAudit(tx, { actor: platformActor, action, ...target, after: { ...what, operator } });
}

/** Never an id that is in the file: an envelope names its key by it. */
function nextId(ids: Iterable<string>): string {
  const numbers = [...ids].map((id) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0));
  return `k${Math.max(0, ...numbers) + 1}`;
}
