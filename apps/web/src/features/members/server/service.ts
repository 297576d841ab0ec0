import { appendAudit } from '@oriel/db/audit';
import type { Prisma, Tx } from '@oriel/db/client';
import { violates } from '@oriel/db/database-errors';
import { issueOneTimeLink } from '@oriel/db/one-time-links';
import { visibleMemberships } from '@oriel/db/tenant-scope';
import { OrielError } from '@oriel/domain/errors';
import { isAllowed } from '@oriel/domain/permissions';
import type { z } from 'zod';
import { noSuchProject } from '../../projects/server/service.ts';
import type { ServiceContext } from '../../service-context.ts';
import type { addMemberInput, removeMemberInput, setRoleInput } from '../input.ts';
import type { addedMember, MemberRow, memberList } from '../output.ts';

const invitationHours = 7 * 24;

const include = {
  user: { select: { id: true, email: true, name: true, passwordHash: true, disabledAt: true } },
} satisfies Prisma.MembershipInclude;
type Row = Prisma.MembershipGetPayload<{ include: typeof include }>;

export async function listMembers(ctx: ServiceContext, slug: string): Promise<z.infer<typeof memberList>> {
  const projectId = await projectIdOf(ctx.db, slug);
  const rows = await ctx.db.membership.findMany({
    where: { AND: [visibleMemberships(ctx.principal), { projectId }] },
    include,
    orderBy: [{ role: 'desc' }, { user: { name: 'asc' } }],
  });
  return {
    members: rows.map((row) => toRow(row, ctx)),
    canManage: isAllowed(ctx.principal, 'members:manage', projectId),
  };
}

/** Adds a person by e-mail. One that Oriel does not know is created, with a link to set a password. */
export async function addMember(
  ctx: ServiceContext,
  input: z.output<typeof addMemberInput>,
): Promise<z.infer<typeof addedMember>> {
  return ctx.db.$transaction(async (tx) => {
    const projectId = await projectIdOf(tx, input.project);
    const user = await tx.user.upsert({
      where: { email: input.email },
      update: {},
      create: { email: input.email, name: input.name ?? (input.email.split('@')[0] || input.email) },
    });
    if (user.disabledAt !== null) {
      throw new OrielError('conflict', 'This person has been disabled. Ask an administrator to enable them first.', {
        field: 'email',
      });
    }
    const row = await tx.membership
      .create({ data: { projectId, userId: user.id, role: input.role }, include })
      .catch((error: unknown) => {
        if (!violates(error, 'memberships_pkey')) throw error;
        throw new OrielError('conflict', `${input.email} is a member already. Change the role in the list instead.`, {
          field: 'email',
          cause: error,
        });
      });
    const token =
      user.passwordHash === null ? await issueOneTimeLink(tx, user.id, { validForHours: invitationHours }) : null;
    await appendAudit(tx, {
      actor: ctx.actor,
      action: 'member.add',
      projectId,
      targetType: 'user',
      targetId: user.id,
      after: { email: user.email, role: input.role },
    });
    return { member: toRow(row, ctx), link: token === null ? null : `${ctx.publicOrigin}/welcome/${token}` };
  });
}

export async function setRole(ctx: ServiceContext, input: z.output<typeof setRoleInput>): Promise<MemberRow> {
  return ctx.db.$transaction(async (tx) => {
    const before = await memberOf(tx, input.project, input.userId);
    const key = { projectId_userId: { projectId: before.projectId, userId: before.userId } };
    const row = await tx.membership.update({ where: key, data: { role: input.role }, include }).catch(lastOwner);
    await appendAudit(tx, {
      actor: ctx.actor,
      action: 'member.set_role',
      projectId: before.projectId,
      targetType: 'user',
      targetId: before.userId,
      before: { role: before.role },
      after: { role: input.role },
    });
    return toRow(row, ctx);
  });
}

export async function removeMember(
  ctx: ServiceContext,
  input: z.output<typeof removeMemberInput>,
): Promise<{ userId: string }> {
  await ctx.db.$transaction(async (tx) => {
    const before = await memberOf(tx, input.project, input.userId);
    const key = { projectId_userId: { projectId: before.projectId, userId: before.userId } };
    await tx.membership.delete({ where: key }).catch(lastOwner);
    await appendAudit(tx, {
      actor: ctx.actor,
      action: 'member.remove',
      projectId: before.projectId,
      targetType: 'user',
      targetId: before.userId,
      before: { role: before.role },
    });
  });
  return { userId: input.userId };
}

async function projectIdOf(tx: Pick<Tx, 'project'>, slug: string): Promise<string> {
  const project = await tx.project.findUnique({ where: { slug }, select: { id: true } });
  if (project === null) throw noSuchProject();
  return project.id;
}

async function memberOf(tx: Tx, slug: string, userId: string) {
  const projectId = await projectIdOf(tx, slug);
  const row = await tx.membership.findUnique({ where: { projectId_userId: { projectId, userId } } });
  if (row === null)
    throw new OrielError('not_found', 'This person is not a member of the project (any more). Load the list again.');
  return row;
}

function lastOwner(error: unknown): never {
  if (!violates(error, 'memberships_last_owner')) throw error;
  throw new OrielError('conflict', 'A project needs an owner: make somebody else an owner first.', { cause: error });
}

function toRow(row: Row, ctx: ServiceContext): MemberRow {
  return {
    userId: row.userId,
    email: row.user.email,
    name: row.user.name,
    role: row.role,
    addedAt: row.createdAt.toISOString(),
    active: row.user.passwordHash !== null && row.user.disabledAt === null,
    you: row.userId === ctx.principal.userId,
  };
}
