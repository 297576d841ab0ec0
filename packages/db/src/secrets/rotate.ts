import { SecretBox } from '../secret-box.ts';
import { addKey, type KeyKeeping, record } from './keep-keys.ts';
import { keysInUse } from './keys-in-use.ts';
import { LocalKeyProvider } from './local-key-provider.ts';
import { type RewrapOptions, type RewrapResult, rewrapAll } from './rewrap-all.ts';

export interface Rotation extends RewrapResult {
  /** The key that everything is under now. */
  readonly keyId: string;
  /** No key was added: an earlier rotation to this one had not come to its end. */
  readonly resumed: boolean;
}

/**
 * A new key, and every secret under it, while Oriel runs. Interrupted, it is run again and goes on with the same key.
 * The former key stays in the file until it is retired.
 */
export async function rotateKeys(keeping: KeyKeeping, options: RewrapOptions = {}): Promise<Rotation> {
  const { db, keyFile } = keeping;
  const startedAt = performance.now();
  const former = await LocalKeyProvider.open(keyFile);
  const resumed = (await keysInUse(db)).some(({ keyId }) => keyId !== former.currentKeyId);
  const keyId = resumed ? former.currentKeyId : await addKey(keeping);
  options.onProgress?.(resumed ? `Going on with the rotation to "${keyId}".` : `Added the key "${keyId}".`);
  const result = await rewrapAll(db, new SecretBox(await LocalKeyProvider.open(keyFile)), options);
  await db.$transaction((tx) =>
    record(tx, keeping, 'secrets.rotate', {
      keyId,
      rewrapped: result.rewrapped,
      failed: result.failures.length,
      milliseconds: Math.round(performance.now() - startedAt),
    }),
  );
  return { ...result, keyId, resumed };
}
