/** Whatever wakes a cluster up, one that just failed is left alone for a moment: at most one try a second. */
export class Cooldown {
  readonly #until = new Map<string, number>();

  /** At least a second; longer where the API server asked for it. Milliseconds. */
  start(clusterId: string, forMs: number): void {
    this.#until.set(clusterId, Date.now() + Math.max(1_000, forMs));
  }

  /** Milliseconds that are left, 0 where it may be tried now. */
  remaining(clusterId: string): number {
    const left = (this.#until.get(clusterId) ?? 0) - Date.now();
    if (left <= 0) this.#until.delete(clusterId);
    return Math.max(0, left);
  }
}
