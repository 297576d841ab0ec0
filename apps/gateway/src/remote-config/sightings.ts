import type { CollectorKey, CollectorSighting } from '@oriel/db/collectors';

export interface SightingStore {
  /** Gives back those of which it is still not known what became of their configuration. */
  readonly record: (sightings: readonly CollectorSighting[]) => Promise<readonly CollectorKey[]>;
  readonly remove: (keys: readonly CollectorKey[]) => Promise<unknown>;
  readonly onFailure: (cause: unknown) => void;
}

interface Kept {
  /** Not yet written. */
  pending: CollectorSighting | undefined;
  writtenAt: number;
  servedHash: string | undefined;
  version: string | undefined;
  /** Never told what became of its configuration. */
  isMute: boolean;
  askedAgainAt: number;
}

/** A plain "still there" is worth a write this often: six times less than agents poll, a fifteenth of "silent". */
const rewriteAfterMs = 60_000;
const flushAfterMs = 500;
const retryAfterMs = 5_000;
const askAgainAfterMs = 5 * 60_000;
const largestBatch = 2_000;
const longestKept = 200_000;

/**
 * Collects what agents tell by polling and writes it in batches. News (a status, another hash or version, a new agent)
 * is written within half a second; the time of the last poll about once a minute. What cannot be written is kept.
 */
export class Sightings {
  readonly #store: SightingStore;
  readonly #kept = new Map<string, Kept>();
  readonly #pending = new Set<string>();
  readonly #leaving = new Map<string, CollectorKey>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #flushing: Promise<void> = Promise.resolve();

  constructor(store: SightingStore) {
    this.#store = store;
  }

  saw(sighting: CollectorSighting): void {
    const key = `${sighting.clusterId}/${sighting.collectorId}`;
    let kept = this.#kept.get(key);
    if (!kept) {
      if (this.#kept.size >= longestKept) this.#forgetOldest();
      kept = {
        pending: undefined,
        writtenAt: 0,
        servedHash: undefined,
        version: undefined,
        isMute: false,
        askedAgainAt: 0,
      };
      this.#kept.set(key, kept);
    }
    this.#leaving.delete(key);
    if (sighting.status !== undefined) kept.isMute = false;
    const isNews =
      sighting.status !== undefined || sighting.servedHash !== kept.servedHash || sighting.version !== kept.version;
    if (!isNews && sighting.seenAt.getTime() - kept.writtenAt < rewriteAfterMs) return;
    kept.pending = { ...sighting, status: sighting.status ?? kept.pending?.status };
    this.#pending.add(key);
    this.#schedule();
  }

  /** Whether an agent that has its configuration should be made to say what became of it; true once in five minutes. */
  shouldAskAgain({ clusterId, collectorId }: CollectorKey, now: number): boolean {
    const kept = this.#kept.get(`${clusterId}/${collectorId}`);
    if (!kept?.isMute || now - kept.askedAgainAt < askAgainAfterMs) return false;
    kept.askedAgainAt = now;
    return true;
  }

  left(key: CollectorKey): void {
    const name = `${key.clusterId}/${key.collectorId}`;
    this.#kept.delete(name);
    this.#pending.delete(name);
    this.#leaving.set(name, key);
    this.#schedule();
  }

  /** Writes everything that waits; for the end of the process. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#flush();
  }

  #schedule(afterMs = flushAfterMs): void {
    if (!this.#closed) this.#timer ??= setTimeout(() => void this.#flush(), afterMs);
  }

  #flush(): Promise<void> {
    this.#timer = undefined;
    this.#flushing = this.#flushing
      .then(() => this.#write())
      .then(
        () => {
          if (this.#pending.size > 0 || this.#leaving.size > 0) this.#schedule();
        },
        (cause: unknown) => {
          this.#store.onFailure(cause);
          this.#schedule(retryAfterMs);
        },
      );
    return this.#flushing;
  }

  async #write(): Promise<void> {
    const leaving = [...this.#leaving.entries()];
    const keys = [...this.#pending].slice(0, largestBatch);
    const batch = keys.flatMap((key) => this.#kept.get(key)?.pending ?? []);
    await this.#store.remove(leaving.map(([, key]) => key));
    for (const [name, key] of leaving) if (this.#leaving.get(name) === key) this.#leaving.delete(name);
    const mute = new Set(
      (await this.#store.record(batch)).map(({ clusterId, collectorId }) => `${clusterId}/${collectorId}`),
    );
    for (const sighting of batch) this.#wrote(sighting, mute);
  }

  #wrote(sighting: CollectorSighting, mute: ReadonlySet<string>): void {
    const key = `${sighting.clusterId}/${sighting.collectorId}`;
    const kept = this.#kept.get(key);
    if (!kept) return;
    kept.writtenAt = sighting.seenAt.getTime();
    kept.servedHash = sighting.servedHash;
    kept.version = sighting.version;
    kept.isMute = mute.has(key) && kept.pending?.status === undefined;
    // Something newer may have come while this was being written.
    if (kept.pending !== sighting) return;
    kept.pending = undefined;
    this.#pending.delete(key);
  }

  #forgetOldest(): void {
    const [oldest] = this.#kept.keys();
    if (oldest === undefined) return;
    this.#kept.delete(oldest);
    this.#pending.delete(oldest);
  }
}
