import { hash } from 'node:crypto';
import { OrielError } from '@oriel/domain/errors';
import { addressBlock } from './client-address.ts';

/**
 * From one address in a minute: credentials that are nobody's. A program whose token has expired asks again and again,
 * and shall be told why; past this it waits.
 */
const mostFailures = 300;
const windowMs = 60_000;
/** Addresses, and credentials that were good; the ones met longest ago go first. */
const mostKept = 20_000;

export class TooManyGuesses extends OrielError {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(
      'rate_limited',
      `Too many sessions and tokens that are unknown, expired or revoked came from your address. Wait ${retryAfterSeconds} s.`,
      { retryable: true },
    );
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

interface Failures {
  count: number;
  readonly until: number;
}

/**
 * Looks credentials up, and no more of them for an address that brings one after the other which is nobody's. Whoever was
 * found once is looked up in any case: a neighbour behind the same address must not be locked out. Of one process.
 */
export class Guesses {
  readonly #most: number;
  readonly #now: () => number;
  readonly #failures = new Map<string, Failures>();
  readonly #good = new Set<string>();

  constructor({ most = mostFailures, now = () => performance.now() }: { most?: number; now?: () => number } = {}) {
    this.#most = most;
    this.#now = now;
  }

  /**
   * What `find` finds. `key` stands for the credential and is no secret; nothing is limited where there is no address.
   *
   * @throws TooManyGuesses
   */
  async look<Found>(
    { key, addressOf }: { readonly key: string; readonly addressOf: () => string | undefined },
    find: () => Promise<Found | undefined>,
  ): Promise<Found | undefined> {
    // Counted before the look, so that many sent at once count too, and taken back unless it finds nobody.
    const address = this.#good.has(key) ? undefined : addressOf();
    const failures = address === undefined ? undefined : this.#admit(addressBlock(address));
    let isNobody = false;
    try {
      const found = await find();
      isNobody = found === undefined;
      if (isNobody) this.#good.delete(key);
      else this.#remember(key);
      return found;
    } finally {
      if (failures && !isNobody) failures.count--;
    }
  }

  #admit(from: string): Failures {
    const now = this.#now();
    const before = this.#failures.get(from);
    const failures = before && before.until > now ? before : { count: 0, until: now + windowMs };
    if (failures.count >= this.#most) throw new TooManyGuesses(Math.ceil((failures.until - now) / 1000));
    failures.count++;
    this.#failures.delete(from);
    this.#failures.set(from, failures);
    dropOldest(this.#failures);
    return failures;
  }

  #remember(key: string): void {
    this.#good.delete(key);
    this.#good.add(key);
    dropOldest(this.#good);
  }
}

/** Both iterate in the order of insertion. */
function dropOldest(kept: Map<string, unknown> | Set<string>): void {
  if (kept.size <= mostKept) return;
  for (const oldest of kept.keys()) {
    kept.delete(oldest);
    return;
  }
}

/** What stands for a credential: a hash, since what is kept is no place for secrets. */
export function credentialKey({ kind, value }: { readonly kind: string; readonly value: string }): string {
  return kind + hash('sha256', value, 'base64');
}
