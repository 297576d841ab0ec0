import { appendAudit } from '@oriel/db/audit';
import type { Prisma } from '@oriel/db/client';
import { createProjectWithTenant } from '@oriel/db/project-tenancy';
import { visibleProjects } from '@oriel/db/tenant-scope';
import { OrielError } from '@oriel/domain/errors';
import { isAllowed, type Principal } from '@oriel/domain/permissions';
import type { z } from 'zod';
import type { ServiceContext } from '../../service-context.ts';
import type { createProjectInput, projectListInput, renameProjectInput } from '../input.ts';
import type { createdProject, ProjectDetail, ProjectRow, projectList } from '../output.ts';

const include = {
  tenants: { select: { seed: { select: { name: true } } } },
  _count: { select: { memberships: true, clusters: true } },
} satisfies Prisma.ProjectInclude;
type Row = Prisma.ProjectGetPayload<{ include: typeof include }>;

export async function listProjects(
  ctx: ServiceContext,
  input: z.output<typeof projectListInput>,
): Promise<z.infer<typeof projectList>> {
  const contains = { contains: input.search ?? '', mode: 'insensitive' } as const;
  const where: Prisma.ProjectWhereInput = {
    AND: [visibleProjects(ctx.principal), input.search ? { OR: [{ name: contains }, { slug: contains }] } : {}],
  };
  const [rows, total] = await Promise.all([
    ctx.db.project.findMany({ where, include, orderBy: [{ name: 'asc' }, { slug: 'asc' }], take: input.limit }),
    ctx.db.project.count({ where }),
  ]);
  return { projects: rows.map((row) => toRow(row, ctx.principal)), total };
}

/** Throws `not_found` alike for what does not exist and for what the person may not see. */
export async function getProject(ctx: ServiceContext, slug: string): Promise<ProjectDetail> {
  const row = await ctx.db.project.findFirst({ where: { AND: [visibleProjects(ctx.principal), { slug }] }, include });
  if (row === null) throw noSuchProject();
  return {
    ...toRow(row, ctx.principal),
    canManage: isAllowed(ctx.principal, 'project:manage', row.id),
    canManageMembers: isAllowed(ctx.principal, 'members:manage', row.id),
    canManageClusters: isAllowed(ctx.principal, 'clusters:manage', row.id),
  };
}

/** Whoever creates a project owns it until they hand it on. */
export async function createProject(
  ctx: ServiceContext,
  input: z.output<typeof createProjectInput>,
): Promise<z.infer<typeof createdProject>> {
  const { id, slug } = await ctx.db.$transaction((tx) =>
    createProjectWithTenant(tx, { ...input, ownerId: ctx.principal.userId }, ctx.actor),
  );
  return { id, slug };
}

export async function renameProject(
  ctx: ServiceContext,
  input: z.output<typeof renameProjectInput>,
): Promise<ProjectDetail> {
  await ctx.db.$transaction(async (tx) => {
    const row = await tx.project.findFirst({
      where: { AND: [visibleProjects(ctx.principal), { slug: input.project }] },
    });
    if (row === null) throw noSuchProject();
    await tx.project.update({ where: { id: row.id }, data: { name: input.name } });
    await appendAudit(tx, {
      actor: ctx.actor,
      action: 'project.rename',
      projectId: row.id,
      targetType: 'project',
      targetId: row.id,
      before: { name: row.name },
      after: { name: input.name },
    });
  });
  return getProject(ctx, input.project);
}

function toRow(row: Row, principal: Principal): ProjectRow {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    role: principal.roles.get(row.id) ?? null,
    members: row._count.memberships,
    clusters: row._count.clusters,
    seeds: row.tenants.map((tenant) => tenant.seed.name),
    createdAt: row.createdAt.toISOString(),
  };
}

export function noSuchProject(): OrielError {
  return new OrielError(
    'not_found',
    'There is no such project, or you are not a member of it. Check the address or ask an owner for access.',
  );
}
