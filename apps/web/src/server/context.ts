import { randomUUID } from 'node:crypto';
import type { Db } from '@oriel/db/client';
import { clientAddress } from '@oriel/db/client-address';
import { type Credential, readCredential } from '@oriel/db/credential';
import { credentialKey, TooManyGuesses } from '@oriel/db/guesses';
import { type Identity, identify } from '@oriel/db/principal';
import { type CallLimits, sharedCallLimits } from './call-limits.ts';

/** What every procedure may use of its request. */
export interface Context {
  readonly db: Db;
  readonly publicOrigin: string;
  /** In every answer and log line about this request. */
  readonly requestId: string;
  /** The client's address, where a trusted proxy told it. */
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
  /** The Origin header. */
  readonly origin: string | undefined;
  readonly credential: Credential | undefined;
  /** Headers of the answer: where a cookie is set. */
  readonly resHeaders: Headers;
  readonly callLimits: CallLimits;
  /** There where a procedure is asked for no more than whether it may be called; its body then does not run. */
  readonly rehearsal?: { passed: boolean };
  /** Looks the credential up once per request, however many calls a batch has. Throws `rate_limited`. */
  identity(): Promise<Identity | undefined>;
  /** Looks again: for what stays open longer than a request. */
  freshIdentity(): Promise<Identity | undefined>;
}

export interface ContextOptions {
  readonly db: Db;
  readonly publicOrigin: string;
  readonly trustedHops: number;
  readonly resHeaders?: Headers;
  /** Those of this process unless given. */
  readonly callLimits?: CallLimits | undefined;
}

export function createContext(headers: Headers, options: ContextOptions): Context {
  const { db, publicOrigin, trustedHops, resHeaders = new Headers(), callLimits = sharedCallLimits() } = options;
  const requestId = requestIdOf(headers);
  resHeaders.set('x-request-id', requestId);
  const credential = readCredential(
    { authorization: headers.get('authorization'), cookie: headers.get('cookie') },
    publicOrigin,
  );
  const address = clientAddress(headers.get('x-forwarded-for'), trustedHops);
  const freshIdentity = async () => (credential ? identify(db, credential) : undefined);
  const firstIdentity = async () => {
    if (!credential) return undefined;
    const shown = { key: credentialKey(credential), addressOf: () => address };
    return callLimits.guesses.look(shown, freshIdentity).catch((cause: unknown) => {
      if (cause instanceof TooManyGuesses) resHeaders.set('retry-after', String(cause.retryAfterSeconds));
      throw cause;
    });
  };
  let identity: Promise<Identity | undefined> | undefined;
  return {
    db,
    publicOrigin,
    requestId,
    address,
    userAgent: headers.get('user-agent') ?? undefined,
    origin: headers.get('origin') ?? undefined,
    credential,
    resHeaders,
    callLimits,
    identity() {
      identity ??= firstIdentity();
      return identity;
    },
    freshIdentity,
  };
}

/** The front door's id where it gave one, so that its log and ours tell one story. */
function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id') ?? '';
  return /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
