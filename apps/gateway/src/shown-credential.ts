import { hash } from 'node:crypto';
import type { Socket } from 'node:net';
import { type Credential, readCredential } from '@oriel/db/credential';
import type { RequestHead } from './request-head.ts';

/** A credential, and what is kept about it is kept under: a hash, since a cache is no place for secrets. */
export type KeyedCredential = Credential & { readonly key: string };

function keyed(credential: Credential): KeyedCredential {
  return { ...credential, key: credential.kind + hash('sha256', credential.value, 'base64') };
}

interface Shown {
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly credential: KeyedCredential;
}

/**
 * What a connection showed last. A client shows the same headers on its connection again and again, and reading and
 * hashing them is a good part of a request's own work here. This says what was shown and nothing of what it is good for,
 * which is asked at every request; and a secret stays no longer than the connection that brought it.
 */
const shown = new WeakMap<Socket, Shown>();

/** The credential of a request; undefined where it shows none. */
export function credentialShown(
  socket: Socket,
  { authorization, cookie }: RequestHead,
  publicOrigin: string,
): KeyedCredential | undefined {
  const before = shown.get(socket);
  if (before !== undefined && before.authorization === authorization && before.cookie === cookie) {
    return before.credential;
  }
  const read = readCredential({ authorization, cookie }, publicOrigin);
  if (!read) return undefined;
  const credential = keyed(read);
  shown.set(socket, { authorization, cookie, credential });
  return credential;
}
