import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';

export interface VerifiedCacheOptions<Input, Value> {
  /** What an answer is kept under. Of a secret, its hash: a cache is no place for secrets. */
  readonly keyOf: (input: Input) => string;
  /** Asks the database. Undefined means "there is none"; a throw means the database could not be asked. */
  readonly load: (input: Input) => Promise<Value | undefined>;
  readonly max: number;
  /** Past this age an answer is verified again beside the request that uses it … */
  readonly refreshAfterMs: number;
  /** … and past this one before. */
  readonly staleAfterMs: number;
  /** How long an answer that could not be verified again still stands. */
  readonly graceMs: number;
  readonly now?: () => number;
}

export interface Found<Value> {
  readonly value: Value;
  /** It could not be verified in time: the database is away. */
  readonly degraded: boolean;
}

interface Entry<Value> {
  value: Value | undefined;
  verifiedAt: number;
  /** Another look at it is about to begin, or under way. */
  isDue?: boolean;
}

/** After a failure the database is left alone this long; answers come from what is kept, without waiting for it. */
const quietAfterFailureMs = 1_000;
/** How long a request that could be answered from what is kept waits for the database. */
const patienceMs = 500;
const mostAbsences = 1_000;
/** About the time of an answer from a cache of a store. */
const standAsideMs = 1;

/**
 * Answers of the database, kept for a short while and pushed out by notifications. Three properties matter: nothing
 * outlives a revocation that was announced; nothing outlives `staleAfterMs` unseen while the database answers; and
 * while it does not, what was verified lately goes on, marked as degraded.
 */
export class VerifiedCache<Input, Value> {
  readonly #options: VerifiedCacheOptions<Input, Value>;
  readonly #entries: LRUCache<string, Entry<Value>>;
  /** That there is none, kept apart: whoever asks for many that are not there must not push out those that are. */
  readonly #absences: LRUCache<string, Entry<Value>>;
  readonly #loading = new Map<string, Promise<Entry<Value>>>();
  readonly #now: () => number;
  /** Raised by every notification: a load that began before must not store what it found. */
  #generation = 0;
  #failedAt = Number.NEGATIVE_INFINITY;

  constructor(options: VerifiedCacheOptions<Input, Value>) {
    this.#options = options;
    this.#entries = new LRUCache({ max: options.max });
    this.#absences = new LRUCache({ max: Math.min(options.max, mostAbsences) });
    this.#now = options.now ?? performance.now.bind(performance);
  }

  /** The value, if it needs no waiting. */
  peek(input: Input): Value | undefined {
    // What is asked for is verified anew every few seconds, and stored: that alone says what was used lately.
    const entry = this.#entries.peek(this.#options.keyOf(input));
    if (entry === undefined || entry.value === undefined) return undefined;
    const age = this.#now() - entry.verifiedAt;
    if (age < this.#options.refreshAfterMs) return entry.value;
    if (age >= this.#options.staleAfterMs) return undefined;
    if (!entry.isDue && !this.#isQuiet()) void this.#verifySoon(input, entry);
    return entry.value;
  }

  /** Undefined where the database says there is none; throws where it cannot be asked and nothing is kept. */
  async get(input: Input): Promise<Found<Value> | undefined> {
    const key = this.#options.keyOf(input);
    const entry = this.#entries.get(key) ?? this.#absences.get(key);
    const age = entry ? this.#now() - entry.verifiedAt : Number.POSITIVE_INFINITY;
    if (entry && age < this.#options.staleAfterMs) return found(entry, false);
    const isKept = entry !== undefined && age < this.#options.graceMs;
    if (isKept && this.#isQuiet()) return found(entry, true);
    try {
      const loading = this.#load(input);
      const loaded = await (isKept ? Promise.race([loading, patience()]) : loading);
      if (loaded) return found(loaded, false);
      this.#failedAt = this.#now();
      throw new Error('The database did not answer in time.');
    } catch (error) {
      // Only what was there before the database went, and only if no notification has dropped it meanwhile.
      if (isKept && (this.#entries.peek(key) ?? this.#absences.peek(key)) === entry) return found(entry, true);
      throw error;
    }
  }

  /** Something changed: nothing kept may be used again. */
  clear(): void {
    this.#generation++;
    this.#loading.clear();
    this.#entries.clear();
    this.#absences.clear();
  }

  /** The same for one answer. */
  drop(input: Input): void {
    const key = this.#options.keyOf(input);
    this.#generation++;
    this.#loading.delete(key);
    this.#entries.delete(key);
    this.#absences.delete(key);
  }

  /** Changes may have been missed: everything is verified before its next use, or kept for the grace if it cannot be. */
  suspect(): void {
    this.#generation++;
    this.#loading.clear();
    const before = this.#now() - this.#options.staleAfterMs;
    for (const kept of [this.#entries, this.#absences]) {
      for (const entry of kept.values()) entry.verifiedAt = Math.min(entry.verifiedAt, before);
    }
  }

  #isQuiet(): boolean {
    return this.#now() - this.#failedAt < quietAfterFailureMs;
  }

  /** Not before the request that found it due has gone on its way, and at best has its answer. */
  async #verifySoon(input: Input, entry: Entry<Value>): Promise<void> {
    entry.isDue = true;
    await sleep(standAsideMs, undefined, { ref: false });
    // A change that was told meanwhile has taken it away.
    if (this.#entries.peek(this.#options.keyOf(input)) === entry) await this.#load(input).catch(() => undefined);
    entry.isDue = false;
  }

  /** One load per key at a time, however many ask. */
  #load(input: Input): Promise<Entry<Value>> {
    const key = this.#options.keyOf(input);
    const running = this.#loading.get(key);
    if (running) return running;
    const startedAt = this.#now();
    const generation = this.#generation;
    const loading = this.#options
      .load(input)
      .then(
        (value) => {
          this.#failedAt = Number.NEGATIVE_INFINITY;
          const entry = { value, verifiedAt: startedAt };
          if (generation === this.#generation) this.#keep(key, entry);
          return entry;
        },
        (error: unknown) => {
          this.#failedAt = this.#now();
          throw error;
        },
      )
      .finally(() => {
        if (this.#loading.get(key) === loading) this.#loading.delete(key);
      });
    this.#loading.set(key, loading);
    return loading;
  }

  #keep(key: string, entry: Entry<Value>): void {
    const [into, outOf] = entry.value === undefined ? [this.#absences, this.#entries] : [this.#entries, this.#absences];
    outOf.delete(key);
    into.set(key, entry);
  }
}

function patience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs, undefined).unref());
}

function found<Value>(entry: Entry<Value>, degraded: boolean): Found<Value> | undefined {
  return entry.value === undefined ? undefined : { value: entry.value, degraded };
}
