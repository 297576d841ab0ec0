import { createHash, randomBytes } from 'node:crypto';

/** What a client holds and what the database keeps of it. */
export interface OpaqueToken {
  readonly value: string;
  readonly hash: Uint8Array<ArrayBuffer>;
}

/** 256 random bits: a plain SHA-256 of it cannot be reversed by guessing, so no slow hash is needed. */
export function newOpaqueToken(prefix = ''): OpaqueToken {
  const value = `${prefix}${randomBytes(32).toString('base64url')}`;
  return { value, hash: hashToken(value) };
}

export function hashToken(value: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(value).digest());
}
