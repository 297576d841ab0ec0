import type { Prisma, Queryable } from './client.ts';

export interface AuditExportQuery {
  /** What the reader may see, and what they filtered by. */
  readonly where?: Prisma.AuditEntryWhereInput;
  /** Slug. */
  readonly project?: string | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
}

/** One entry with its place in the chain, so that a trail can be checked against a later one. */
export interface ExportedEntry {
  readonly position: string | null;
  /** Hexadecimal SHA-256 of the chain up to this entry. */
  readonly hash: string | null;
  readonly id: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly actor: string;
  readonly action: string;
  readonly projectId: string | null;
  readonly targetType: string;
  readonly targetId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly address: string | null;
  /** `session`, or `token:<id>:<name>`. */
  readonly credential: string | null;
}

const pageSize = 1_000;

/** Everything that matches, the oldest first, a thousand at a time: a trail may be longer than memory. */
export async function* exportAudit(db: Queryable, query: AuditExportQuery): AsyncGenerator<ExportedEntry> {
  const { where = {}, project, since, until } = query;
  const slugged = project === undefined ? {} : { projectId: await idOf(db, project) };
  const at = { ...(since && { gte: since }), ...(until && { lt: until }) };
  for (let after = 0n; ; ) {
    const page = await db.auditEntry.findMany({
      where: { AND: [where, slugged, { at }, { id: { gt: after } }] },
      include: { link: { select: { position: true, hash: true } } },
      orderBy: { id: 'asc' },
      take: pageSize,
    });
    for (const { id, at: moment, actorEmail, link, ...entry } of page) {
      yield {
        position: link === null ? null : String(link.position),
        hash: link === null ? null : Buffer.from(link.hash).toString('hex'),
        id: String(id),
        at: moment.toISOString(),
        actor: actorEmail,
        ...entry,
      };
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}

async function idOf(db: Queryable, slug: string): Promise<string> {
  const project = await db.project.findUnique({ where: { slug }, select: { id: true } });
  if (!project) throw new Error(`There is no project "${slug}".`);
  return project.id;
}
