import type { Db } from '@oriel/db/client';
import { sessionIdleMs } from '@oriel/db/sessions';
import type { SessionRow } from '../output.ts';

export interface SessionsOf {
  readonly userId: string;
  /** The session that asks, where it is one of theirs. */
  readonly currentId?: string;
}

/** Sessions that could still be used, the latest first. */
export async function listSessions(db: Db, { userId, currentId }: SessionsOf): Promise<SessionRow[]> {
  const now = Date.now();
  const rows = await db.session.findMany({
    where: {
      userId,
      revokedAt: null,
      expiresAt: { gt: new Date(now) },
      lastSeenAt: { gt: new Date(now - sessionIdleMs) },
    },
    include: { provider: { select: { name: true } } },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  });
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    address: row.address,
    userAgent: row.userAgent,
    provider: row.provider?.name ?? null,
    current: row.id === currentId,
  }));
}
