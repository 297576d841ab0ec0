import { stat } from 'node:fs/promises';
import { decrypt, encrypt } from './aes-gcm.ts';
import { type ReadKeyFile, readKeyFile, stampOf } from './key-file.ts';
import { type KeyProvider, MissingKeyError, type WrappedKey } from './key-provider.ts';

/**
 * Keys from a file on this machine. A file that was replaced is read again before its keys are next used, so a rotation
 * needs no restart; one that can no longer be used stops sealing and opening at once, with a sentence that says why.
 */
export class LocalKeyProvider implements KeyProvider {
  readonly #file: string;
  #known: ReadKeyFile;

  private constructor(file: string, known: ReadKeyFile) {
    this.#file = file;
    this.#known = known;
  }

  static async open(file: string): Promise<LocalKeyProvider> {
    return new LocalKeyProvider(file, await readKeyFile(file));
  }

  get currentKeyId(): string {
    return this.#known.current;
  }

  async wrap(dataKey: Uint8Array, context: string): Promise<WrappedKey> {
    const { current: keyId, keys } = await this.#latest();
    return { keyId, wrapped: encrypt(keyOf(keys, keyId), dataKey, context) };
  }

  async unwrap(keyId: string, wrapped: Uint8Array, context: string): Promise<Uint8Array> {
    const { keys } = await this.#latest();
    return decrypt(keyOf(keys, keyId), wrapped, context);
  }

  async #latest(): Promise<ReadKeyFile> {
    const stats = await stat(this.#file, { bigint: true }).catch(() => undefined);
    if (stats === undefined || stampOf(stats) !== this.#known.stamp) this.#known = await readKeyFile(this.#file);
    return this.#known;
  }
}

function keyOf(keys: ReadonlyMap<string, Uint8Array>, keyId: string): Uint8Array {
  const key = keys.get(keyId);
  if (key === undefined) throw new MissingKeyError(keyId);
  return key;
}
