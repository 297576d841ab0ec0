/** What the last complete look at a cluster found, so that the next one can be cheap. */
export interface Remembered {
  /** Hash of the desired objects that were compared. */
  readonly desiredHash: string;
  /** Fingerprint of the cluster at that moment. */
  readonly fingerprint: string;
}

/** Memory only: after a restart each cluster is compared once more, and nothing is written for that. */
export class DriftMemory {
  readonly #clusters = new Map<string, Remembered>();
  readonly #inventoryAt = new Map<string, number>();

  isUnchanged(clusterId: string, seen: Remembered): boolean {
    const known = this.#clusters.get(clusterId);
    return known?.desiredHash === seen.desiredHash && known.fingerprint === seen.fingerprint;
  }

  remember(clusterId: string, seen: Remembered): void {
    this.#clusters.set(clusterId, seen);
  }

  /** True once per interval: version and number of nodes change rarely. */
  inventoryIsDue(clusterId: string, now: number, intervalMs: number): boolean {
    if (now - (this.#inventoryAt.get(clusterId) ?? 0) < intervalMs) return false;
    this.#inventoryAt.set(clusterId, now);
    return true;
  }

  forget(clusterId: string): void {
    this.#clusters.delete(clusterId);
    this.#inventoryAt.delete(clusterId);
  }

  clear(): void {
    this.#clusters.clear();
    this.#inventoryAt.clear();
  }
}
