import { Prisma } from '@oriel/db/client';
import { clustersWith } from '@oriel/db/tenant-scope';
import { versions } from '@oriel/domain/desired-state';
import type { Principal } from '@oriel/domain/permissions';
import type { FleetFilter, FleetSort } from '../choices.ts';

/** Collectors that were silent for longer count as silent (Alloy polls every 10 s). */
const silentAfter = Prisma.sql`interval '15 minutes'`;

/**
 * Every cluster the person may see, with what the filters and the order need beside it. Tenancy is part
 * of the statement: a person without projects gets an empty set.
 */
export function fleetBase(principal: Principal, input: { project?: string | undefined; search?: string | undefined }) {
  const reach = clustersWith(principal, 'clusters:read');
  const visible =
    reach === 'everything'
      ? Prisma.sql`TRUE`
      : Prisma.sql`(c.project_id = ANY(${[...reach.projectIds]}::uuid[]) OR c.id = ANY(${[...reach.clusterIds]}::uuid[]))`;
  const project = input.project === undefined ? Prisma.sql`TRUE` : Prisma.sql`p.slug = ${input.project}`;
  const like = `%${(input.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const search = input.search
    ? Prisma.sql`(c.name ILIKE ${like} OR p.slug ILIKE ${like} OR p.name ILIKE ${like} OR c.region ILIKE ${like})`
    : Prisma.sql`TRUE`;
  return Prisma.sql`
    base AS (
      SELECT c.*, p.slug AS project_slug, p.name AS project_name, s.name AS seed_name,
        COALESCE(reach.status::text, 'Unknown') AS reach_status, reach.reason AS reach_reason, reach.message AS reach_message,
        metrics.status::text AS metrics_status, metrics.message AS metrics_message,
        logs.status::text AS logs_status, logs.message AS logs_message,
        agent.version AS agent_version, COALESCE(agent.total, 0)::int AS agent_total, COALESCE(agent.silent, 0)::int AS agent_silent,
        COALESCE(agent.behind, FALSE) AS agent_behind,
        EXISTS (SELECT 1 FROM operations o WHERE o.cluster_id = c.id AND o.state IN ('waiting', 'running')) AS changing,
        (c.ingest_sparkline -> -1) AS bytes_now
      FROM clusters c
      JOIN projects p ON p.id = c.project_id
      JOIN seeds s ON s.id = c.seed_id
      LEFT JOIN cluster_conditions reach ON reach.cluster_id = c.id AND reach.type = 'Reachable'
      LEFT JOIN cluster_conditions metrics ON metrics.cluster_id = c.id AND metrics.type = 'MetricsFresh' AND c.monitoring_enabled
      LEFT JOIN cluster_conditions logs ON logs.cluster_id = c.id AND logs.type = 'LogsFresh' AND c.logging_enabled
      LEFT JOIN LATERAL (
        SELECT min(k.version) AS version, count(*) AS total,
          count(*) FILTER (WHERE k.last_seen_at < now() - ${silentAfter}) AS silent,
          bool_or(ltrim(k.version, 'v') <> ${versions.alloy}) AS behind
        FROM collectors k WHERE k.cluster_id = c.id
      ) agent ON agent.total > 0
      WHERE ${visible} AND ${project} AND ${search}
    )`;
}

const conditions: Record<FleetFilter, Prisma.Sql> = {
  all: Prisma.sql`TRUE`,
  unreachable: Prisma.sql`reach_status = 'False'`,
  metrics_stale: Prisma.sql`COALESCE(metrics_status = 'False', FALSE)`,
  logs_stale: Prisma.sql`COALESCE(logs_status = 'False', FALSE)`,
  agent_behind: Prisma.sql`agent_behind`,
  changing: Prisma.sql`changing`,
  healthy: Prisma.sql`(reach_status = 'True' AND COALESCE(metrics_status <> 'False', TRUE) AND COALESCE(logs_status <> 'False', TRUE) AND NOT changing)`,
};

export function fleetFilter(filter: FleetFilter): Prisma.Sql {
  return conditions[filter];
}

/** Column list with one count per filter: the strip and the table cannot disagree. */
export function fleetCountColumns(): Prisma.Sql {
  const columns = (Object.keys(conditions) as FleetFilter[]).map(
    (name) => Prisma.sql`count(*) FILTER (WHERE ${conditions[name]})::int AS ${Prisma.raw(name)}`,
  );
  return Prisma.join(columns, ', ');
}

const attention = Prisma.sql`
  CASE WHEN reach_status = 'False' THEN 0
       WHEN metrics_status = 'False' OR logs_status = 'False' THEN 1
       WHEN changing THEN 2 WHEN agent_behind THEN 3 WHEN reach_status = 'Unknown' THEN 4 ELSE 5 END`;

const orders: Record<FleetSort, Prisma.Sql> = {
  attention,
  name: Prisma.sql`name`,
  project: Prisma.sql`project_slug`,
  seed: Prisma.sql`seed_name`,
  ingest: Prisma.sql`(CASE WHEN jsonb_typeof(bytes_now) = 'number' THEN bytes_now::text::float8 END)`,
};

/** Ends in name and id, so that pages neither repeat nor skip a row. */
export function fleetOrder(sort: FleetSort, descending: boolean): Prisma.Sql {
  return Prisma.sql`${orders[sort]} ${Prisma.raw(descending ? 'DESC NULLS LAST' : 'ASC NULLS LAST')}, name, id`;
}
