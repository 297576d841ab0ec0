import type { Prisma, Queryable } from '@oriel/db/client';
import type { ReachRow } from '../../reach/output.ts';
import { describeReaches } from '../../reach/server/reach-rows.ts';
import type { TokenRow } from '../output.ts';

const soonMs = 7 * 86_400_000;

export const tokenSelect = {
  id: true,
  name: true,
  prefix: true,
  readOnly: true,
  clusterIds: true,
  namespaces: true,
  createdAt: true,
  lastUsedAt: true,
  expiresAt: true,
  rotatedFromId: true,
  rotatedTo: { select: { id: true, revokedAt: true } },
  project: { select: { id: true, slug: true, name: true } },
} satisfies Prisma.ApiTokenSelect;

export type TokenRecord = Prisma.ApiTokenGetPayload<{ select: typeof tokenSelect }>;

/** Of one person or service account, the newest first; revoked ones are gone, expired ones stay to be seen. */
export async function listTokens(db: Queryable, userId: string): Promise<TokenRow[]> {
  const rows = await db.apiToken.findMany({
    where: { userId, revokedAt: null },
    select: tokenSelect,
    orderBy: { createdAt: 'desc' },
    take: 500,
  });
  return describeTokens(db, rows);
}

export async function describeTokens(db: Queryable, rows: readonly TokenRecord[]): Promise<TokenRow[]> {
  const reaches = await describeReaches(db, rows);
  const now = Date.now();
  return rows.map(({ clusterIds: _, namespaces: __, rotatedTo, project, ...row }, index) => ({
    ...row,
    project: project && { slug: project.slug, name: project.name },
    reach: reaches[index] as ReachRow,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
    state: stateOf(row.expiresAt.getTime() - now),
    rotatedToId: rotatedTo?.revokedAt === null ? rotatedTo.id : null,
  }));
}

function stateOf(leftMs: number): TokenRow['state'] {
  if (leftMs <= 0) return 'expired';
  return leftMs <= soonMs ? 'expiring' : 'active';
}
