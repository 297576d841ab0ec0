import { OrielError } from '@oriel/domain/errors';
import { toOrielError } from '../answer.ts';

export interface OpenTail {
  readonly userId: string;
  /** Whether it still reads what its reader may; throws where they may nothing. */
  readonly isRight: () => Promise<boolean>;
  /** Ends it; more than once does no harm. */
  end(code: number, reason: string): void;
}

export interface TailsOptions {
  readonly mostPerPerson?: number;
  readonly most?: number;
}

/** Codes of our own, for what the standard has none: see RFC 6455, 7.4.2. */
export const rightsChanged = 4403;
const tryAgainLater = 1013;
const goingAway = 1001;

/** Rights that are looked up are at most 4 s old, so each open tail's are at most 5. */
const verifyEveryMs = 1_000;
const patienceMs = 4_000;
const sideBySide = 16;

/** All open tails. Each one's right is looked at again after every change and every second. */
export class Tails {
  readonly #options: TailsOptions;
  readonly #open = new Set<OpenTail>();
  readonly #timer: NodeJS.Timeout;
  #verifying = false;
  #again = false;

  constructor(options: TailsOptions = {}) {
    this.#options = options;
    this.#timer = setInterval(() => this.verify(), verifyEveryMs);
    this.#timer.unref();
  }

  get size(): number {
    return this.#open.size;
  }

  /**
   * From here on the tail's right is watched. Gives what ends that.
   *
   * @throws OrielError `rate_limited`
   */
  add(tail: OpenTail): () => void {
    const { most = 1_000, mostPerPerson = 10 } = this.#options;
    const own = [...this.#open].filter(({ userId }) => userId === tail.userId).length;
    if (own >= mostPerPerson) {
      throw new OrielError('rate_limited', `You have ${own} live tails open, and no more may be. Close one first.`);
    }
    if (this.#open.size >= most) {
      throw new OrielError('rate_limited', 'Too many live tails are open at this moment. Try again in a minute.');
    }
    this.#open.add(tail);
    return () => this.#open.delete(tail);
  }

  /** Rights may have changed. Passes do not overlap; what is asked for meanwhile makes one more. */
  verify(): void {
    if (this.#verifying) this.#again = true;
    else void this.#verifyAll();
  }

  close(): void {
    clearInterval(this.#timer);
    for (const tail of this.#open) tail.end(goingAway, 'The gateway stops. Open the tail again.');
  }

  async #verifyAll(): Promise<void> {
    this.#verifying = true;
    do {
      this.#again = false;
      const waiting = [...this.#open].values();
      const work = async () => {
        for (const tail of waiting) await this.#verifyOne(tail);
      };
      await Promise.all(Array.from({ length: Math.min(sideBySide, this.#open.size) }, work));
    } while (this.#again);
    this.#verifying = false;
  }

  async #verifyOne(tail: OpenTail): Promise<void> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(cannotCheck()), patienceMs);
    try {
      if (!(await Promise.race([tail.isRight(), late.promise]))) {
        tail.end(rightsChanged, 'What you may read here has changed. Open the tail again.');
      }
    } catch (cause) {
      const { code, message } = toOrielError(cause);
      tail.end(code === 'unavailable' || code === 'internal' ? tryAgainLater : rightsChanged, message);
    } finally {
      clearTimeout(timer);
    }
  }
}

function cannotCheck(): OrielError {
  return new OrielError(
    'unavailable',
    'Oriel cannot check who you are at this moment. Open the tail again in a minute.',
  );
}
