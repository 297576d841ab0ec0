import type { Prisma, Queryable } from '@oriel/db/client';
import { decodeCursor, encodeCursor } from '@/server/page-cursor.ts';
import type { Page } from '../../page-cursor.ts';
import type { ServiceAccountRow } from '../output.ts';

/** Where a service account belongs: a project, or, null, the platform. */
export type Home = string | null;

const accountSelect = {
  id: true,
  name: true,
  email: true,
  isPlatformAdmin: true,
  disabledAt: true,
  createdAt: true,
  bindings: {
    select: { role: true, clusterIds: true, namespaces: true, project: { select: { slug: true } } },
    orderBy: { createdAt: 'asc' },
  },
} satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof accountSelect }>;

/** By name, which no other of the same home has. */
export async function listAccounts(db: Queryable, projectId: Home, { cursor, limit }: Page) {
  const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1);
  const rows = await find(db, { projectId, ...(after !== undefined && { name: { gt: after } }) }, limit + 1);
  const serviceAccounts = rows.slice(0, limit);
  const last = rows.length > limit ? serviceAccounts.at(-1) : undefined;
  return { serviceAccounts, nextCursor: last === undefined ? null : encodeCursor([last.name]) };
}

export async function getAccount(db: Queryable, id: string): Promise<ServiceAccountRow> {
  const [account] = await find(db, { id }, 1);
  if (account === undefined) throw new Error('There is no such service account.');
  return account;
}

async function find(db: Queryable, where: Prisma.UserWhereInput, take: number): Promise<ServiceAccountRow[]> {
  const rows = await db.user.findMany({
    where: { kind: 'service', ...where },
    select: accountSelect,
    orderBy: { name: 'asc' },
    take,
  });
  const userId = { in: rows.map(({ id }) => id) };
  const [used, working] = await Promise.all([
    db.apiToken.groupBy({ by: ['userId'], where: { userId }, _max: { lastUsedAt: true } }),
    db.apiToken.groupBy({
      by: ['userId'],
      where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
      _count: true,
    }),
  ]);
  const lastUsed = new Map(used.map((of) => [of.userId, of._max.lastUsedAt]));
  const tokens = new Map(working.map((of) => [of.userId, of._count]));
  return rows.map((row) =>
    describe(row, { tokens: tokens.get(row.id) ?? 0, lastUsedAt: lastUsed.get(row.id) ?? null }),
  );
}

function describe(row: Row, use: { tokens: number; lastUsedAt: Date | null }): ServiceAccountRow {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    state: row.disabledAt === null ? 'active' : 'disabled',
    isPlatformAdmin: row.isPlatformAdmin,
    roles: row.bindings.map(({ role, project, clusterIds, namespaces }) => ({
      project: project.slug,
      role,
      narrowed: clusterIds.length > 0 || namespaces.length > 0,
    })),
    tokens: use.tokens,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: use.lastUsedAt?.toISOString() ?? null,
  };
}
