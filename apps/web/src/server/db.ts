import { createDb, type Db } from '@oriel/db/client';
import { type Keyring, loadKeyring } from '@oriel/db/secret-box';
import { env } from '../env.ts';
import { log } from './log.ts';

/** Kept on globalThis: the development server loads this module again at each change. */
const kept = globalThis as { orielDb?: Db; orielKeyring?: Promise<Keyring> };

export function db(): Db {
  kept.orielDb ??= createDb(env().DATABASE_URL, {
    onConnectionError: (err) => log().warn({ err }, 'a database connection broke'),
  });
  return kept.orielDb;
}

/** Keys for secrets at rest, read once per process. */
export function keyring(): Promise<Keyring> {
  kept.orielKeyring ??= loadKeyring(env().ORIEL_KEY_FILE);
  return kept.orielKeyring;
}
