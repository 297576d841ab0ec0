import type { Db, Prisma } from '@oriel/db/client';
import type { AuditPage } from '../output.ts';

export interface AuditQuery {
  /** What the caller may see; more conditions only narrow it. */
  readonly where: Prisma.AuditEntryWhereInput;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export async function listAudit(db: Db, { where, cursor, limit }: AuditQuery): Promise<AuditPage> {
  const rows = await db.auditEntry.findMany({
    where: { AND: [where, cursor === undefined ? {} : { id: { lt: BigInt(cursor) } }] },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const items = rows.slice(0, limit);
  return {
    items: items.map((row) => ({
      id: String(row.id),
      at: row.at.toISOString(),
      actor: row.actorEmail,
      action: row.action,
      targetType: row.targetType,
      targetId: row.targetId,
      before: row.before,
      after: row.after,
      address: row.address,
    })),
    nextCursor: rows.length > limit ? String(items.at(-1)?.id) : null,
  };
}
