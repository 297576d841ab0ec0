import type { Prisma } from '@oriel/db/client';
import { describeError } from '@oriel/db/describe-error';
import { OrielError } from '@oriel/domain/errors';
import type { GrafanaContext } from './context.ts';
import type { OrganizationRow } from './load-organization.ts';
import type { Put } from './observed.ts';
import type { ObjectOutcome } from './outcome.ts';

const firstRetryMs = 2_000;
const lastRetryMs = 10 * 60_000;

export interface Report {
  readonly put: Put;
  readonly outcomes: readonly ObjectOutcome[];
  readonly hasFailed: boolean;
  /** Until the next look for changes that somebody made in Grafana. */
  readonly nextLookMs: number;
}

/** Writes down what became of a run, each thing only where something changed. Never with an audit entry: see the migration. */
export async function report(ctx: GrafanaContext, row: OrganizationRow, result: Report): Promise<void> {
  await keepObjects(ctx, row.id, result.outcomes);
  const now = Date.now();
  const known = { fingerprint: JSON.stringify(result.put) };
  const data: Prisma.GrafanaOrganizationUpdateInput = result.hasFailed
    ? { ...known, ...failure(row) }
    : {
        ...known,
        observedGeneration: row.generation,
        syncedAt: new Date(now),
        dueAt: new Date(now + result.nextLookMs),
        retryAt: null,
        failures: 0,
      };
  await ctx.db.grafanaOrganization.updateMany({ where: { id: row.id }, data });
}

/** A run that ended in the middle: what was known of each thing stays, the organization says why. */
export async function reportFailure(ctx: GrafanaContext, row: OrganizationRow, error: unknown): Promise<void> {
  const { message } = describeError(error);
  const key = { organizationId: row.id, kind: 'organization', key: '' } as const;
  const found = { state: 'failed', message, changedAt: new Date() } as const;
  await ctx.db.grafanaObject.upsert({
    where: { organizationId_kind_key: key },
    create: { ...key, ...found },
    update: found,
  });
  // Not this one's fault: it is tried again as soon as Grafana is there.
  const isAway = error instanceof OrielError && error.code === 'unavailable';
  const data = isAway ? { retryAt: new Date(Date.now() + firstRetryMs) } : failure(row);
  await ctx.db.grafanaOrganization.updateMany({ where: { id: row.id }, data });
}

function failure({ failures }: OrganizationRow) {
  const inMs = Math.min(firstRetryMs * 2 ** Math.min(failures, 20), lastRetryMs) * (0.75 + Math.random() / 2);
  return { failures: failures + 1, retryAt: new Date(Date.now() + inMs) };
}

async function keepObjects({ db }: GrafanaContext, id: string, outcomes: readonly ObjectOutcome[]): Promise<void> {
  const rows = JSON.stringify(outcomes);
  await db.$executeRaw`
    WITH now_known AS (
      SELECT kind::grafana_object_kind, key, state::grafana_object_state, message
      FROM json_to_recordset(${rows}::json) AS o (kind text, key text, state text, message text)
    ), gone AS (
      DELETE FROM grafana_objects o WHERE organization_id = ${id}::uuid
        AND NOT EXISTS (SELECT 1 FROM now_known n WHERE n.kind = o.kind AND n.key = o.key)
    )
    INSERT INTO grafana_objects AS o (organization_id, kind, key, state, message)
      SELECT ${id}::uuid, kind, key, state, message FROM now_known
    ON CONFLICT (organization_id, kind, key) DO UPDATE
      SET state = excluded.state, message = excluded.message, changed_at = now()
      WHERE (o.state, o.message) IS DISTINCT FROM (excluded.state, excluded.message)`;
}
