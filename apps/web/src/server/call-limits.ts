import { Guesses } from '@oriel/db/guesses';
import type { Identity } from '@oriel/db/principal';
import { OrielError } from '@oriel/domain/errors';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { perProcess } from '@/per-process.ts';

/** Of one session or token, per minute and web process: a token that leaked spends its own, and leaves its person theirs. */
const points = 3_000;
/** As many such tokens stop the person, or service account, that they belong to. */
const mostAtFull = 4;
/** Calls that rid a person of a session or token; each session's are counted by themselves, so that nobody can spend them. */
const rescues = 100;
const windowSeconds = 60;
/** A change costs the database, a cluster or a password hash more than a look does. */
const costs = { query: 1, subscription: 1, mutation: 5 } as const;

export interface Call {
  readonly identity: Identity;
  readonly type: keyof typeof costs;
  readonly isRescue?: boolean | undefined;
}

export interface CallLimits {
  /** Counts a call, tells in `headers` what is left, and throws `rate_limited` where nothing is. */
  admit(call: Call, headers: Headers): Promise<void>;
  /** Through these, credentials are looked up that may be anybody's. */
  readonly guesses: Guesses;
}

/** Counted in memory: a database that every call had to write to would be the first thing to give in. */
export function createCallLimits(
  limit: { readonly points: number } = { points },
  guesses: Guesses = new Guesses(),
): CallLimits {
  const ofCredential = budget('calls', limit.points);
  const ofPerson = budget('person', limit.points * mostAtFull);
  const ofRescues = budget('rescues', rescues);
  return {
    guesses,
    async admit({ identity: { principal, credential }, type, isRescue }, headers) {
      if (isRescue) return tell([await ofRescues(credential.id, 1)], headers);
      const ofOwn = await ofCredential(credential.id, costs[type]);
      // What a credential has no points for is not on its person's account.
      tell(ofOwn.over ? [ofOwn] : [ofOwn, await ofPerson(principal.userId, costs[type])], headers);
    },
  };
}

interface Spent {
  /** As headers name the budget, and say what is left of it. */
  readonly policy: string;
  readonly left: string;
  readonly over: boolean;
  /** Until it is whole again. */
  readonly seconds: number;
}

/** Takes a call's cost from what `key` may spend. */
function budget(name: string, most: number) {
  const limiter = new RateLimiterMemory({ points: most, duration: windowSeconds });
  return async (key: string, cost: number): Promise<Spent> => {
    const { result, over } = await consume(limiter, key, cost);
    const seconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
    // draft-ietf-httpapi-ratelimit-headers: r is what is left, t the seconds until it is whole again.
    const left = `"${name}";r=${Math.max(0, result.remainingPoints)};t=${seconds}`;
    return { policy: `"${name}";q=${most};w=${windowSeconds}`, left, over, seconds };
  };
}

/** @throws OrielError `rate_limited` where one of them is used up. */
function tell(spent: readonly Spent[], headers: Headers): void {
  headers.set('ratelimit-policy', spent.map(({ policy }) => policy).join(', '));
  headers.set('ratelimit', spent.map(({ left }) => left).join(', '));
  const usedUp = spent.find(({ over }) => over);
  if (!usedUp) return;
  headers.set('retry-after', String(usedUp.seconds));
  throw new OrielError('rate_limited', `Too many requests. Wait ${usedUp.seconds} s, then go on more slowly.`, {
    retryable: true,
  });
}

export const sharedCallLimits = perProcess((): CallLimits => createCallLimits());

/** The library throws its result where the limit is passed. */
async function consume(limiter: RateLimiterMemory, key: string, cost: number) {
  try {
    return { over: false, result: await limiter.consume(key, cost) };
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) return { over: true, result: thrown };
    throw thrown;
  }
}
