import type { ConditionInput } from '@oriel/domain/conditions';

/** What the last complete look at a cluster found, so that the next one can be cheap. */
export interface Remembered {
  /** Hash of the desired objects that were compared. */
  readonly desiredHash: string;
  /** Fingerprint of the cluster at that moment. */
  readonly fingerprint: string;
}

/** What the last look for dashboards found. */
export interface RememberedDashboards {
  /** When it began. Milliseconds since 1970. */
  readonly at: number;
  /** Of the ConfigMaps whose dashboards are in the database; undefined where that look failed. */
  readonly fingerprint: string | undefined;
  readonly condition: ConditionInput;
}

/** Memory only: after a restart each cluster is compared once more, and nothing is written for that. */
export class DriftMemory {
  readonly #clusters = new Map<string, Remembered>();
  readonly #inventoryAt = new Map<string, number>();
  readonly #dashboards = new Map<string, RememberedDashboards>();

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

  dashboardsOf(clusterId: string): RememberedDashboards | undefined {
    return this.#dashboards.get(clusterId);
  }

  rememberDashboards(clusterId: string, seen: RememberedDashboards): void {
    this.#dashboards.set(clusterId, seen);
  }

  forget(clusterId: string): void {
    this.#clusters.delete(clusterId);
    this.#dashboards.delete(clusterId);
    this.#inventoryAt.delete(clusterId);
  }

  clear(): void {
    this.#clusters.clear();
    this.#dashboards.clear();
    this.#inventoryAt.clear();
  }
}
