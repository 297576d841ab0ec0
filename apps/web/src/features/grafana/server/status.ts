import { type Db, Prisma } from '@oriel/db/client';
import { readGrafanaHealth } from '@oriel/db/grafana-health';
import { isAllowed, type Principal } from '@oriel/domain/permissions';
import type { z } from 'zod';
import { decodeCursor, encodeCursor } from '@/server/page-cursor.ts';
import type { grafanaStatusInput } from '../input.ts';
import type { GrafanaStatus, ProjectGrafana } from '../output.ts';
import { countStates, inState, organizationRows } from './organization-rows.ts';

/** How Grafana is, and every organization in it. */
export async function grafanaStatusOf(
  db: Db,
  { search, state, cursor, limit }: z.output<typeof grafanaStatusInput>,
): Promise<GrafanaStatus> {
  const parts = [Prisma.sql`true`];
  if (search) parts.push(Prisma.sql`position(lower(${search}) in lower(o.name)) > 0`);
  if (state) parts.push(inState(state));
  if (cursor !== undefined) {
    const [name = '', id = ''] = decodeCursor(cursor, 2);
    parts.push(Prisma.sql`(o.name, o.id::text) > (${name}, ${id})`);
  }
  const rows = await organizationRows(db, { where: Prisma.join(parts, ' AND '), limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const counts = new Map((await countStates(db)).map(({ state: of, count }) => [of, count]));
  const count = (of: string) => counts.get(of) ?? 0;
  const [inStep, pending, failed] = [count('in_step'), count('pending'), count('failed')];
  return {
    grafana: (await readGrafanaHealth(db)) ?? null,
    counts: { all: inStep + pending + failed, inStep, pending, failed },
    organizations: page,
    nextCursor: last === undefined ? null : encodeCursor([last.name, last.id]),
  };
}

/** The same of one project, thing by thing; members only for those who may see them. */
export async function projectGrafanaOf(db: Db, principal: Principal, projectId: string): Promise<ProjectGrafana> {
  const where = Prisma.sql`o.project_id = ${projectId}::uuid`;
  const [row] = await organizationRows(db, { where, limit: 1 });
  const health = (await readGrafanaHealth(db)) ?? null;
  if (row === undefined) return { grafana: health, organization: null, objects: [] };
  const seesMembers = isAllowed(principal, 'members:read', projectId);
  const { project: _, ...organization } = row;
  const objects = await db.grafanaObject.findMany({
    where: { organizationId: row.id, ...(seesMembers ? {} : { kind: { not: 'member' } }) },
    select: { kind: true, key: true, state: true, message: true, changedAt: true },
    orderBy: [{ kind: 'asc' }, { key: 'asc' }],
  });
  return {
    grafana: health,
    // What failed may be about a person.
    organization: seesMembers ? organization : { ...organization, message: '' },
    objects: objects.map(({ changedAt, ...object }) => ({ ...object, changedAt: changedAt.toISOString() })),
  };
}
