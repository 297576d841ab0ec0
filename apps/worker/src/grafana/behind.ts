import type { Db } from '@oriel/db/client';

/**
 * Some of the organizations that Grafana must hear of, or that are due for a look: by their indexes, so that thousands
 * that are in step cost nothing.
 */
export async function findBehind(db: Db, atMost: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    (SELECT id::text FROM grafana_organizations
      WHERE generation <> observed_generation AND (retry_at IS NULL OR retry_at <= now()) LIMIT ${atMost})
    UNION ALL
    (SELECT id::text FROM grafana_organizations
      WHERE due_at <= now() AND (retry_at IS NULL OR retry_at <= now()) ORDER BY due_at LIMIT ${atMost})`;
  return [...new Set(rows.map(({ id }) => id))];
}

const shortestLookMs = 5 * 60_000;
const perOrganizationMs = 5_000;

/** How long until somebody's hand in Grafana is noticed: longer where there are many to look after. */
export async function lookEveryMs(db: Db): Promise<number> {
  return Math.max(shortestLookMs, (await db.grafanaOrganization.count()) * perOrganizationMs);
}
