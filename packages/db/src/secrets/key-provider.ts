/**
 * Holds the keys that data keys are wrapped with, and never lets go of them. It has the shape of what key management
 * services offer: AWS KMS Encrypt/Decrypt with an encryption context, Google Cloud KMS with additionalAuthenticatedData,
 * Azure Key Vault wrapKey/unwrapKey, Vault transit with associated_data.
 */
export interface KeyProvider {
  /** What `wrap` uses, as last heard of. */
  readonly currentKeyId: string;
  /** `context` is authenticated along with the key and kept nowhere: `unwrap` needs the same. */
  wrap(dataKey: Uint8Array, context: string): Promise<WrappedKey>;
  /**
   * Throws `MissingKeyError` for a key it does not have, an `OrielError` such as `unavailable` where it cannot be asked,
   * and anything else where key, bytes and context do not belong together.
   */
  unwrap(keyId: string, wrapped: Uint8Array, context: string): Promise<Uint8Array>;
}

export interface WrappedKey {
  readonly keyId: string;
  readonly wrapped: Uint8Array;
}

export class MissingKeyError extends Error {
  readonly keyId: string;

  constructor(keyId: string) {
    super(`There is no key "${keyId}".`);
    this.name = 'MissingKeyError';
    this.keyId = keyId;
  }
}
