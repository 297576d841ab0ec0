import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { SecretBox } from '../secret-box.ts';
import { decrypt, encrypt } from '../secrets/aes-gcm.ts';
import { type KeyProvider, MissingKeyError } from '../secrets/key-provider.ts';
import type { SecretPlace } from '../secrets/secret-columns.ts';

/** Keys in memory, asked as one asks a service. */
export class MemoryKeyProvider implements KeyProvider {
  readonly keys = new Map<string, Uint8Array>();
  currentKeyId = '';
  /** Thrown by the next calls while set. */
  failure: Error | undefined;

  constructor(keyId = 'k1') {
    this.addKey(keyId);
  }

  addKey(keyId: string): void {
    this.keys.set(keyId, new Uint8Array(randomBytes(32)));
    this.currentKeyId = keyId;
  }

  async wrap(dataKey: Uint8Array, context: string) {
    const keyId = this.currentKeyId;
    return { keyId, wrapped: encrypt(this.#key(keyId), dataKey, context) };
  }

  async unwrap(keyId: string, wrapped: Uint8Array, context: string) {
    return decrypt(this.#key(keyId), wrapped, context);
  }

  #key(keyId: string): Uint8Array {
    if (this.failure) throw this.failure;
    const key = this.keys.get(keyId);
    if (key === undefined) throw new MissingKeyError(keyId);
    return key;
  }
}

export function testSecretBox(): SecretBox {
  return new SecretBox(new MemoryKeyProvider());
}

/** A key file with the one key `k1`, which it returns. */
export async function writeKeyFile(file: string): Promise<Uint8Array> {
  const key = randomBytes(32);
  await writeFile(file, JSON.stringify({ current: 'k1', keys: { k1: key.toString('base64') } }), { mode: 0o600 });
  return key;
}

/** What installations sealed before data keys came: the key itself on the secret, with the place as context. */
export function sealAsV1(keyId: string, key: Uint8Array, { table, id, column }: SecretPlace, text: string): string {
  const box = encrypt(key, Buffer.from(text, 'utf8'), `${table}:${id}:${column}`);
  const parts = [box.subarray(0, 12), box.subarray(12, 28), box.subarray(28)].map((part) => part.toString('base64url'));
  return ['v1', keyId, ...parts].join('.');
}
