import { OrielError } from '@oriel/domain/errors';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Of one person or service account, with all its sessions and tokens, per minute and web process. */
const points = 3_000;
const windowSeconds = 60;
/** A change costs the database, a cluster or a password hash more than a look does. */
const costs = { query: 1, subscription: 1, mutation: 5 } as const;

export interface Call {
  readonly userId: string;
  readonly type: keyof typeof costs;
}

export interface CallLimits {
  /** Counts a call, tells in `headers` what is left, and throws `rate_limited` where nothing is. */
  admit(call: Call, headers: Headers): Promise<void>;
}

/** Counted in memory: a database that every call had to write to would be the first thing to give in. */
export function createCallLimits(limit: { points: number } = { points }): CallLimits {
  const limiter = new RateLimiterMemory({ ...limit, duration: windowSeconds });
  const policy = `"calls";q=${limit.points};w=${windowSeconds}`;
  return {
    async admit({ userId, type }, headers) {
      const { result, over } = await consume(limiter, userId, costs[type]);
      const seconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
      // draft-ietf-httpapi-ratelimit-headers: r is what is left, t the seconds until it is whole again.
      headers.set('ratelimit-policy', policy);
      headers.set('ratelimit', `"calls";r=${Math.max(0, result.remainingPoints)};t=${seconds}`);
      if (!over) return;
      headers.set('retry-after', String(seconds));
      throw new OrielError('rate_limited', `Too many requests. Wait ${seconds} s, then go on more slowly.`, {
        retryable: true,
      });
    },
  };
}

let shared: CallLimits | undefined;

export function sharedCallLimits(): CallLimits {
  shared ??= createCallLimits();
  return shared;
}

/** The library throws its result where the limit is passed. */
async function consume(limiter: RateLimiterMemory, key: string, cost: number) {
  try {
    return { over: false, result: await limiter.consume(key, cost) };
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) return { over: true, result: thrown };
    throw thrown;
  }
}
