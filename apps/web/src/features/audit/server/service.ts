import type { Db, Prisma } from '@oriel/db/client';
import type { AuditEntryView, AuditPage } from '../output.ts';
import { loadNames } from './names.ts';

export interface AuditQuery {
  /** What the caller may see, and what they look for. */
  readonly where: Prisma.AuditEntryWhereInput;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export async function listAudit(db: Db, { where, cursor, limit }: AuditQuery): Promise<AuditPage> {
  const rows = await db.auditEntry.findMany({
    where: { AND: [where, cursor === undefined ? {} : { id: { lt: BigInt(cursor) } }] },
    include: { link: { select: { position: true, hash: true } } },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const names = await loadNames(db, shown);
  const items = shown.map((row) => ({
    id: String(row.id),
    position: row.link === null ? null : String(row.link.position),
    hash: row.link === null ? null : Buffer.from(row.link.hash).toString('hex'),
    at: row.at.toISOString(),
    actor: row.actorEmail,
    actorId: row.actorId,
    credential: readCredential(row.credential),
    action: row.action,
    projectId: row.projectId,
    project: names.project(row.projectId),
    targetType: row.targetType,
    targetId: row.targetId,
    targetName: names.target(row),
    before: row.before,
    after: row.after,
    address: row.address,
  }));
  return { items, nextCursor: rows.length > limit ? String(shown.at(-1)?.id) : null };
}

/** `session`, or `token:<id>:<name>`: see credentialText of @oriel/db/audit. */
function readCredential(text: string | null): AuditEntryView['credential'] {
  if (text === null) return null;
  const [, id, name] = /^token:([^:]*):(.*)$/s.exec(text) ?? [];
  return id === undefined || name === undefined ? { kind: 'session' } : { kind: 'token', id, name };
}
