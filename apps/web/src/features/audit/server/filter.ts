import type { Db, Prisma } from '@oriel/db/client';
import type { AuditFilter } from '../input.ts';

/** Conditions that go beside what the reader may see, by AND: they only ever narrow. */
export function filterWhere({ actor, action, target, address, from, to }: AuditFilter): Prisma.AuditEntryWhereInput {
  const conditions: Prisma.AuditEntryWhereInput[] = [];
  if (actor !== undefined) conditions.push({ actorEmail: { contains: literal(actor), mode: 'insensitive' } });
  if (action !== undefined) conditions.push({ action: { startsWith: literal(action) } });
  if (target !== undefined) conditions.push({ OR: [{ targetType: target }, { targetId: target }] });
  if (address !== undefined) conditions.push({ address: { startsWith: literal(address) } });
  if (from !== undefined) conditions.push({ at: { gte: new Date(from) } });
  if (to !== undefined) conditions.push({ at: { lt: new Date(to) } });
  return { AND: conditions };
}

/** Nothing at all for a project that does not exist. */
export async function inSlug(db: Db, slug: string | undefined): Promise<Prisma.AuditEntryWhereInput> {
  if (slug === undefined) return {};
  const project = await db.project.findUnique({ where: { slug }, select: { id: true } });
  return project === null ? { id: { in: [] } } : { projectId: project.id };
}

/** Prisma hands `%` and `_` on to LIKE, where they stand for anything. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
