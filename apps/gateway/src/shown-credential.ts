import type { Socket } from 'node:net';
import { type Credential, readCredential } from '@oriel/db/credential';
import { credentialKey } from '@oriel/db/guesses';
import type { RequestHead } from './request-head.ts';

/** What is kept about a subject is kept under this: a hash, since a cache is no place for secrets. */
interface Keyed {
  readonly key: string;
}

export type KeyedCredential = Credential & Keyed;

/** Whom something is asked for: who shows a credential or Grafana's cookie, or the person for whom Grafana asks. */
export type Subject =
  | KeyedCredential
  | ({ readonly kind: 'grafana'; readonly value: string } & Keyed)
  | ({ readonly kind: 'grafana_user'; readonly value: string } & Keyed);

export function keyed<Shown extends { readonly kind: string; readonly value: string }>(shown: Shown): Shown & Keyed {
  return { ...shown, key: credentialKey(shown) };
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
