import { Prisma, type Queryable } from '@oriel/db/client';
import type { GrafanaOrganizationRow } from '../output.ts';

interface Row extends Omit<GrafanaOrganizationRow, 'syncedAt' | 'retryAt'> {
  readonly syncedAt: Date | null;
  readonly retryAt: Date | null;
}

/** In step, waiting, or failed: an organization that fails is tried again, and says so until it succeeds. */
const state = Prisma.sql`CASE WHEN o.failures > 0 OR own.state = 'failed' THEN 'failed'
  WHEN o.generation <> o.observed_generation OR o.removal_wanted_at IS NOT NULL THEN 'pending' ELSE 'in_step' END`;

const from = Prisma.sql`
  FROM grafana_organizations o LEFT JOIN projects p ON p.id = o.project_id
  LEFT JOIN grafana_objects own ON own.organization_id = o.id AND own.kind = 'organization'`;

export interface OrganizationQuery {
  readonly where: Prisma.Sql;
  readonly limit: number;
}

/** By name, with the first of what failed in it as the reason. */
export async function organizationRows(
  db: Queryable,
  { where, limit }: OrganizationQuery,
): Promise<GrafanaOrganizationRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT o.id::text, o.name, o.org_id AS "orgId", ${state} AS state, o.synced_at AS "syncedAt",
      o.retry_at AS "retryAt", p.slug AS project, coalesce((
        SELECT message FROM grafana_objects failed WHERE failed.organization_id = o.id AND failed.state = 'failed'
        ORDER BY kind, key LIMIT 1), '') AS message
    ${from} WHERE ${where} ORDER BY o.name, o.id LIMIT ${limit}`;
  return rows.map(({ syncedAt, retryAt, ...row }) => ({
    ...row,
    syncedAt: syncedAt?.toISOString() ?? null,
    retryAt: retryAt?.toISOString() ?? null,
  }));
}

export async function countStates(db: Queryable): Promise<{ state: string; count: number }[]> {
  return db.$queryRaw`SELECT ${state} AS state, count(*)::int AS count ${from} GROUP BY 1`;
}

export function inState(wanted: string): Prisma.Sql {
  return Prisma.sql`${state} = ${wanted}`;
}
