import { appendAudit } from '@oriel/db/audit';
import type { Db, Prisma, Tx } from '@oriel/db/client';
import { createProjectWithTenant } from '@oriel/db/project-tenancy';
import { visibleBindings, visibleClusters, visibleProjects } from '@oriel/db/tenant-scope';
import { containsText } from '@oriel/db/text-search';
import { OrielError } from '@oriel/domain/errors';
import { isAllowed, type Principal, roleIn } from '@oriel/domain/permissions';
import type { z } from 'zod';
import type { PersonActor } from '@/server/actor.ts';
import { decodeCursor, encodeCursor } from '@/server/page-cursor.ts';
import { requireOwnHands } from '../../members/server/vouching.ts';
import type { createProjectInput, projectListInput } from '../input.ts';
import type { ProjectDetail, ProjectRow, projectList } from '../output.ts';

const select = (principal: Principal) =>
  ({
    id: true,
    slug: true,
    name: true,
    createdAt: true,
    tenants: { select: { seed: { select: { name: true } } }, orderBy: { seed: { name: 'asc' } } },
    bindings: {
      where: visibleBindings(principal),
      select: { userId: true },
      distinct: ['userId', 'providerId', 'groupName'],
    },
    _count: { select: { clusters: { where: visibleClusters(principal) } } },
  }) satisfies Prisma.ProjectSelect;

/** Those the person may see, by name; `total` counts all pages. */
export async function listProjects(
  db: Db,
  principal: Principal,
  { search, cursor, limit }: z.output<typeof projectListInput>,
): Promise<z.infer<typeof projectList>> {
  const contains = containsText(search ?? '');
  const where = { AND: [visibleProjects(principal), search ? { OR: [{ name: contains }, { slug: contains }] } : {}] };
  const [rows, total] = await Promise.all([
    db.project.findMany({
      where: { AND: [where, cursor === undefined ? {} : after(cursor)] },
      select: select(principal),
      orderBy: [{ name: 'asc' }, { slug: 'asc' }],
      take: limit + 1,
    }),
    db.project.count({ where }),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    projects: page.map((row) => describe(row, principal)),
    total,
    nextCursor: last === undefined ? null : encodeCursor([last.name, last.slug]),
  };
}

function after(cursor: string) {
  const [name = '', slug = ''] = decodeCursor(cursor, 2);
  return { OR: [{ name: { gt: name } }, { name, slug: { gt: slug } }] };
}

export async function getProject(db: Db, principal: Principal, projectId: string): Promise<ProjectDetail> {
  const row = await db.project.findUniqueOrThrow({ where: { id: projectId }, select: select(principal) });
  return {
    ...describe(row, principal),
    canManage: isAllowed(principal, 'project:manage', projectId),
    canSeeMembers: isAllowed(principal, 'members:read', projectId),
    canManageMembers: isAllowed(principal, 'members:manage', projectId),
    canManageClusters: isAllowed(principal, 'clusters:manage', projectId),
  };
}

/** The owner is the person named by `owner`, or else whoever makes the project. */
export function createProject(
  db: Db,
  actor: PersonActor,
  { owner, ...project }: z.output<typeof createProjectInput>,
): Promise<{ id: string; slug: string }> {
  return db.$transaction(async (tx) => {
    const ownerId = owner === undefined ? actor.userId : await findOwner(tx, owner);
    return createProjectWithTenant(tx, { ...project, ownerId }, actor);
  });
}

async function findOwner(tx: Tx, email: string): Promise<string> {
  const refused = (message: string) => new OrielError('bad_input', message, { field: 'owner' });
  const person = await tx.user.findUnique({ where: { email }, select: { id: true, kind: true, disabledAt: true } });
  if (!person) throw refused(`Oriel does not know ${email} yet. Create the project, then add them as a member.`);
  if (person.kind === 'service') {
    throw refused(`${email} is a service account, and a project needs a person in charge. Choose a person.`);
  }
  if (person.disabledAt !== null) {
    throw refused(`The account ${email} is disabled. Enable it first, or choose somebody else.`);
  }
  await requireOwnHands(tx, { userId: person.id, field: 'owner' });
  return person.id;
}

export interface Renaming {
  readonly projectId: string;
  readonly name: string;
}

export async function renameProject(db: Db, actor: PersonActor, { projectId, name }: Renaming): Promise<void> {
  await db.$transaction(async (tx) => {
    const before = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { name: true } });
    await tx.project.update({ where: { id: projectId }, data: { name } });
    await appendAudit(tx, {
      actor,
      action: 'project.rename',
      projectId,
      targetType: 'project',
      targetId: projectId,
      before,
      after: { name },
    });
  });
}

interface Row {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly tenants: readonly { readonly seed: { readonly name: string } }[];
  readonly bindings: readonly unknown[];
  readonly _count: { readonly clusters: number };
}

function describe(row: Row, principal: Principal): ProjectRow {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    role: roleIn(principal, row.id),
    members: isAllowed(principal, 'members:read', row.id) ? row.bindings.length : null,
    clusters: row._count.clusters,
    seeds: row.tenants.map(({ seed }) => seed.name),
    createdAt: row.createdAt.toISOString(),
  };
}
