import { OrielError } from '@oriel/domain/errors';
import { LRUCache } from 'lru-cache';

interface Account {
  /** Milliseconds of work that may still be asked for at `at`. */
  left: number;
  at: number;
}

/** What a person may have at once, and gets back per second. A usual query takes a millisecond or two. */
const mostMs = 1_000;
const perSecondMs = 200;

/** Narrowing holds up everybody else's requests for as long as it takes: nobody gets more than a part of that time. */
export class NarrowingBudget {
  readonly #accounts = new LRUCache<string, Account>({ max: 10_000 });
  readonly #now: () => number;

  constructor(now: () => number = performance.now.bind(performance)) {
    this.#now = now;
  }

  /** @throws OrielError `rate_limited` */
  spend<Result>(userId: string, work: () => Result): Result {
    const start = this.#now();
    const account = this.#accounts.get(userId) ?? { left: mostMs, at: start };
    account.left = Math.min(mostMs, account.left + ((start - account.at) / 1_000) * perSecondMs);
    account.at = start;
    this.#accounts.set(userId, account);
    if (account.left <= 0) {
      throw new OrielError(
        'rate_limited',
        'Your queries take long to be narrowed. Wait a moment, or ask shorter ones.',
      );
    }
    try {
      return work();
    } finally {
      account.left -= this.#now() - start;
    }
  }
}
