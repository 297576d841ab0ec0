import type { AgentRole } from '@oriel/domain/desired-state';
import type { Db, Queryable } from './client.ts';

/** After this long without a poll (they come every 10 s) a collector is shown as silent … */
export const collectorSilentAfterMs = 15 * 60_000;
/** … and after this long it is taken for gone with its node. */
export const collectorForgottenAfterMs = 24 * 3_600_000;

export interface CollectorKey {
  readonly clusterId: string;
  /** `<role>/<node>`. */
  readonly collectorId: string;
}

/** What a collector's polls have told since they were last written; undefined means "nothing new". */
export interface CollectorSighting extends CollectorKey {
  readonly role: AgentRole;
  readonly node: string;
  readonly seenAt: Date;
  readonly version: string | undefined;
  readonly servedHash: string | undefined;
  readonly status: { readonly status: string; readonly message: string } | undefined;
}

/**
 * Writes a batch in three statements, whatever its size. Sightings of clusters that are gone are left out. Returns the
 * collectors of the batch that have never told what became of their configuration.
 */
export async function recordCollectors(db: Db, sightings: readonly CollectorSighting[]): Promise<CollectorKey[]> {
  if (sightings.length === 0) return [];
  // The same order everywhere: two gateways that write the same rows wait for each other instead of locking up.
  const rows = [...sightings].sort((a, b) => compare(keyOf(a), keyOf(b)));
  const clusterIds = rows.map(({ clusterId }) => clusterId);
  const collectorIds = rows.map(({ collectorId }) => collectorId);
  const roles = rows.map(({ role }) => role);
  const nodes = rows.map(({ node }) => node);
  const versions = rows.map(({ version }) => version ?? null);
  const hashes = rows.map(({ servedHash }) => servedHash ?? null);
  const statuses = rows.map(({ status }) => status?.status ?? null);
  const messages = rows.map(({ status }) => status?.message ?? null);
  const seen = rows.map(({ seenAt }) => seenAt.toISOString());
  const [, , silent] = await db.$transaction([
    db.$executeRaw`
      UPDATE collectors AS c
      SET role = s.role, node = s.node, last_seen_at = GREATEST(c.last_seen_at, s.seen_at),
          version = COALESCE(s.version, c.version), served_hash = COALESCE(s.served_hash, c.served_hash),
          status = COALESCE(s.status, c.status),
          status_message = CASE WHEN s.status IS NULL THEN c.status_message ELSE NULLIF(s.status_message, '') END
      FROM unnest(${clusterIds}::uuid[], ${collectorIds}::text[], ${roles}::text[], ${nodes}::text[], ${versions}::text[],
                  ${hashes}::text[], ${statuses}::text[], ${messages}::text[], ${seen}::timestamptz[])
        AS s(cluster_id, collector_id, role, node, version, served_hash, status, status_message, seen_at)
      WHERE c.cluster_id = s.cluster_id AND c.collector_id = s.collector_id`,
    db.$executeRaw`
      INSERT INTO collectors (cluster_id, collector_id, role, node, version, served_hash, status, status_message, first_seen_at, last_seen_at)
      SELECT s.cluster_id, s.collector_id, s.role, s.node, s.version, s.served_hash, COALESCE(s.status, 'UNSET'),
             NULLIF(s.status_message, ''), s.seen_at, s.seen_at
      FROM unnest(${clusterIds}::uuid[], ${collectorIds}::text[], ${roles}::text[], ${nodes}::text[], ${versions}::text[],
                  ${hashes}::text[], ${statuses}::text[], ${messages}::text[], ${seen}::timestamptz[])
        AS s(cluster_id, collector_id, role, node, version, served_hash, status, status_message, seen_at)
      JOIN clusters ON clusters.id = s.cluster_id
      ON CONFLICT (cluster_id, collector_id) DO NOTHING`,
    db.$queryRaw<CollectorKey[]>`
      SELECT c.cluster_id AS "clusterId", c.collector_id AS "collectorId"
      FROM collectors AS c
      JOIN unnest(${clusterIds}::uuid[], ${collectorIds}::text[]) AS s(cluster_id, collector_id)
        ON c.cluster_id = s.cluster_id AND c.collector_id = s.collector_id
      WHERE c.status = 'UNSET'`,
  ]);
  return silent;
}

/** For agents that say goodbye. Returns how many there were. */
export async function removeCollectors(db: Queryable, keys: readonly CollectorKey[]): Promise<number> {
  if (keys.length === 0) return 0;
  const clusterIds = keys.map(({ clusterId }) => clusterId);
  const collectorIds = keys.map(({ collectorId }) => collectorId);
  return db.$executeRaw`
    DELETE FROM collectors AS c USING unnest(${clusterIds}::uuid[], ${collectorIds}::text[]) AS s(cluster_id, collector_id)
    WHERE c.cluster_id = s.cluster_id AND c.collector_id = s.collector_id`;
}

/** For a sweep: forgets collectors that have not polled for a day. Returns how many. */
export async function removeSilentCollectors(db: Queryable, now: Date = new Date()): Promise<number> {
  const { count } = await db.collector.deleteMany({
    where: { lastSeenAt: { lt: new Date(now.getTime() - collectorForgottenAfterMs) } },
  });
  return count;
}

function keyOf({ clusterId, collectorId }: CollectorKey): string {
  return `${clusterId}/${collectorId}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
