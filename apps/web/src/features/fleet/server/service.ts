import { Prisma } from '@oriel/db/client';
import type { z } from 'zod';
import type { ServiceContext } from '../../service-context.ts';
import type { FleetFilter } from '../choices.ts';
import type { FleetListInput } from '../input.ts';
import type { FleetRow, fleetCounts, fleetPage } from '../output.ts';
import { type RawFleetRow, toFleetRow } from './row.ts';
import { fleetBase, fleetCountColumns, fleetFilter, fleetOrder } from './sql.ts';

/** A page of clusters, worst first by default. Counts and rows come from one statement each over the same base. */
export async function listFleet(ctx: ServiceContext, input: FleetListInput): Promise<z.infer<typeof fleetPage>> {
  const skipped = Number(input.cursor ?? 0);
  const raw = await ctx.db.$queryRaw<(RawFleetRow & { total: number })[]>(Prisma.sql`
    WITH ${fleetBase(ctx.principal, input)}
    SELECT *, count(*) OVER ()::int AS total FROM base
    WHERE ${fleetFilter(input.filter)}
    ORDER BY ${fleetOrder(input.sort, input.descending)}
    LIMIT ${input.limit} OFFSET ${skipped}`);
  const rows: FleetRow[] = raw.map(toFleetRow);
  const total = raw[0]?.total ?? skipped;
  const next = skipped + rows.length;
  return {
    rows,
    total,
    nextCursor: rows.length > 0 && next < total ? String(next) : null,
    at: new Date().toISOString(),
  };
}

export async function countFleet(
  ctx: ServiceContext,
  input: { project?: string | undefined; search?: string | undefined },
): Promise<z.infer<typeof fleetCounts>> {
  const [row] = await ctx.db.$queryRaw<(Record<FleetFilter, number> & { seeds: number })[]>(Prisma.sql`
    WITH ${fleetBase(ctx.principal, input)}
    SELECT ${fleetCountColumns()}, count(DISTINCT seed_id)::int AS seeds FROM base`);
  if (row === undefined) throw new Error('An aggregate without GROUP BY answers exactly one row.');
  const { seeds, ...counts } = row;
  return { counts, seeds, at: new Date().toISOString() };
}
