import { logVolume } from '@oriel/seed-client/logs';
import type { Where } from '@oriel/seed-client/metrics';

/** Seconds per value of a sparkline, and how many there are: one hour. */
export const bucketSeconds = 120;
export const bucketCount = 30;

type BytesPerCluster = ReadonlyMap<string, number>;

/**
 * Log bytes per cluster of one tenant, from Loki's index alone, so that looking costs nothing near what writing did.
 * Finished buckets are kept; each is asked for once.
 */
export class LogVolumes {
  readonly #buckets = new Map<number, BytesPerCluster>();

  /** Clusters that sent anything within the last `seconds`. */
  async heardWithin(where: Where, seconds: number): Promise<ReadonlySet<string>> {
    const end = Date.now() / 1000;
    return new Set((await read(where, end - seconds, end)).keys());
  }

  /** Asks for the buckets of the last hour that are not known yet. */
  async refresh(where: Where, now = Date.now()): Promise<void> {
    const newest = Math.floor(now / 1000 / bucketSeconds) - 1;
    for (const bucket of this.#buckets.keys()) if (bucket <= newest - bucketCount) this.#buckets.delete(bucket);
    for (let bucket = newest - bucketCount + 1; bucket <= newest; bucket++) {
      if (this.#buckets.has(bucket)) continue;
      this.#buckets.set(bucket, await read(where, bucket * bucketSeconds, (bucket + 1) * bucketSeconds));
    }
  }

  /** Bytes per second, oldest first; null before `since` and where Loki could not be asked. */
  sparkline(cluster: string, since: Date | null, now = Date.now()): (number | null)[] {
    const newest = Math.floor(now / 1000 / bucketSeconds) - 1;
    return Array.from({ length: bucketCount }, (_, index) => {
      const bucket = newest - bucketCount + 1 + index;
      const known = this.#buckets.get(bucket);
      const isBefore = since === null || (bucket + 1) * bucketSeconds * 1000 <= since.getTime();
      if (known === undefined || isBefore) return null;
      return Math.round((known.get(cluster) ?? 0) / bucketSeconds);
    });
  }
}

async function read(where: Where, start: number, end: number): Promise<BytesPerCluster> {
  const groups = await logVolume(where, '{cluster=~".+"}', { start, end, targetLabels: 'cluster', limit: 5_000 });
  return new Map(groups.filter(({ bytes }) => bytes > 0).map(({ labels, bytes }) => [labels.cluster ?? '', bytes]));
}
