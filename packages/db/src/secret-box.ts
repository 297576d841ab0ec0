import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { OrielError } from '@oriel/domain/errors';

/** Keys by id; new secrets are sealed with the current one, old ones open with the one they name. */
export interface Keyring {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

/** The place a secret belongs to: an envelope moved to another row or column does not open there. */
export interface SecretPlace {
  readonly table: string;
  /** Primary key of the row. */
  readonly id: string;
  readonly column: string;
}

const version = 'v1';

/** Reads `{ "current": "k1", "keys": { "k1": "<base64 of 32 bytes>" } }`. Throws where a key is missing or too short. */
export async function loadKeyring(file: string): Promise<Keyring> {
  const parsed = JSON.parse(await readFile(file, 'utf8')) as { current?: unknown; keys?: unknown };
  const keys = new Map(
    Object.entries(parsed.keys ?? {}).map(([id, value]) => [id, new Uint8Array(Buffer.from(String(value), 'base64'))]),
  );
  for (const [id, key] of keys) {
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(id))
      throw badKeyFile(file, `"${id}" is no name for a key: use letters, digits, "_", "-"`);
    if (key.length !== 32) throw badKeyFile(file, `key "${id}" has ${key.length} bytes instead of 32`);
  }
  if (typeof parsed.current !== 'string' || !keys.has(parsed.current)) {
    throw badKeyFile(file, '"current" names none of its keys');
  }
  return { current: parsed.current, keys };
}

/** AES-256-GCM. The result, `v1.<key id>.<iv>.<tag>.<data>` in base64url, opens only at the same place. */
export function seal(keyring: Keyring, place: SecretPlace, plaintext: string): string {
  const key = keyring.keys.get(keyring.current);
  if (!key) throw cannotOpen(place, `the key file has no key "${keyring.current}"`);
  // 96 random bits per secret (NIST SP 800-38D, 8.2.2): safe far beyond the number of secrets ever sealed.
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(additionalData(place));
  const data = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), data].map((part) => part.toString('base64url'));
  return [version, keyring.current, ...parts].join('.');
}

/** Throws `internal` where the key is gone, the place is another or a byte was changed. */
export function open(keyring: Keyring, place: SecretPlace, envelope: string): string {
  const [format, keyId = '', iv = '', tag = '', data = '', ...rest] = envelope.split('.');
  if (format !== version || rest.length > 0) throw cannotOpen(place, 'its form is unknown');
  const key = keyring.keys.get(keyId);
  if (!key) throw cannotOpen(place, `it needs the key "${keyId}", which the key file lacks`);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
      .setAAD(additionalData(place))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(data, 'base64url')), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw cannotOpen(place, 'it was changed or belongs elsewhere', cause);
  }
}

function additionalData({ table, id, column }: SecretPlace): Buffer {
  return Buffer.from(`${table}:${id}:${column}`, 'utf8');
}

function cannotOpen({ table, id, column }: SecretPlace, why: string, cause?: unknown): OrielError {
  const what = `The secret ${table}.${column} of ${id} cannot be used: ${why}.`;
  return new OrielError('internal', `${what} Restore the key file it was sealed with, or enter the secret again.`, {
    cause,
  });
}

function badKeyFile(file: string, why: string): OrielError {
  return new OrielError('internal', `The key file ${file} cannot be used: ${why}.`);
}
