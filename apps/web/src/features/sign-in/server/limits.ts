import { createHash } from 'node:crypto';
import { addressBlock } from '@oriel/db/client-address';
import { createPool, type Pool } from '@oriel/db/pool';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { env } from '@/env.ts';
import { perProcess } from '@/per-process.ts';

/** Who tries, as an account and from where. */
interface Attempt {
  readonly email: string;
  readonly address?: string | undefined;
}

type Admission =
  /** Wait `delayMs` before checking the password. */
  | { readonly allowed: true; readonly delayMs: number }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/** Where the address is not known, only what does not go by it holds: one that all share would let anybody lock out everybody. */
export interface SignInLimits {
  /** Counts the try before the password is looked at, so that tries sent all at once count too. */
  admit(attempt: Attempt): Promise<Admission>;
  /** Takes the try back: only failures shall count. */
  succeeded(attempt: Attempt): Promise<void>;
  /** Counts a try whose account is not known before it succeeds: an answer of an identity provider. */
  admitAddress(address: string | undefined): Promise<boolean>;
  succeededAddress(address: string | undefined): Promise<void>;
  /** Counts a visit to an identity provider that begins here, whatever becomes of it. */
  admitStart(address: string | undefined): Promise<boolean>;
  /** True the first time a random value is seen, in any process. */
  isFirstUse(value: string): Promise<boolean>;
}

const minute = 60;
/** Failures of one account from one address: strict, since it can only ever hit who fails there. */
const pairLimit = { points: 5, duration: 15 * minute };
/** Failures from one address, over all accounts: room for an office behind one. */
const addressLimit = { points: 60, duration: 15 * minute };
/** Failures of one account from anywhere. Past it each try waits; nobody can lock another person out. */
const accountLimit = { points: 10, duration: 60 * minute };
const maxDelayMs = 3_000;
/** Beginnings at identity providers from one address: an office that signs in at nine. */
const startLimit = { points: 300, duration: 15 * minute };
/** Longer than anything that may be used once is valid. */
const onceLimit = { points: 1, duration: 30 * minute };

export function createSignInLimits(pool: Pool): SignInLimits {
  const limiter = (keyPrefix: string, limit: { points: number; duration: number }) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      schemaName: 'oriel_internal',
      tableName: 'rate_limits',
      // A migration made it.
      tableCreated: true,
      keyPrefix,
      ...limit,
    });
  const pair = limiter('sign_in_pair', pairLimit);
  const address = limiter('sign_in_address', addressLimit);
  const account = limiter('sign_in_account', accountLimit);
  const starts = limiter('sign_in_start', startLimit);
  const once = limiter('sign_in_once', onceLimit);

  return {
    async admit(attempt) {
      const { accountKey, from } = keysOf(attempt);
      const strictest = from
        ? ([
            [address, from.addressKey],
            [pair, from.pairKey],
          ] as const)
        : [];
      for (const [strict, key] of strictest) {
        const { over, result } = await consume(strict, key);
        if (over) return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)) };
      }
      const { result } = await consume(account, accountKey);
      return { allowed: true, delayMs: delayFor(result.consumedPoints - accountLimit.points) };
    },
    async succeeded(attempt) {
      const { accountKey, from } = keysOf(attempt);
      await account.reward(accountKey);
      if (from) await Promise.all([pair.delete(from.pairKey), address.reward(from.addressKey)]);
    },
    admitAddress: async (from) => from === undefined || !(await consume(address, addressBlock(from))).over,
    async succeededAddress(from) {
      if (from !== undefined) await address.reward(addressBlock(from));
    },
    admitStart: async (from) => from === undefined || !(await consume(starts, addressBlock(from))).over,
    isFirstUse: async (value) => !(await consume(once, hashed(value))).over,
  };
}

const pool = perProcess(
  () => createPool(env().DATABASE_URL, 2),
  (own) => own.end(),
);

/** Those of this process, counted in the database together with every other process's. */
export const signInLimits = perProcess((): SignInLimits => createSignInLimits(pool()));

function delayFor(excess: number): number {
  return excess <= 0 ? 0 : Math.min(maxDelayMs, 125 * 2 ** Math.min(excess, 10));
}

/** Hashed: the table shall hold no addresses of people, and a key has at most 255 characters. */
function keysOf({ email, address }: Attempt) {
  const accountKey = hashed(email);
  const addressKey = address && addressBlock(address);
  return { accountKey, from: addressKey ? { addressKey, pairKey: `${accountKey}:${addressKey}` } : undefined };
}

function hashed(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}

/** The library throws its result where a limit is passed, and an Error where the store fails. */
async function consume(limiter: RateLimiterPostgres, key: string): Promise<{ over: boolean; result: RateLimiterRes }> {
  try {
    return { over: false, result: await limiter.consume(key) };
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) return { over: true, result: thrown };
    throw thrown;
  }
}
