import { appendAudit } from '@oriel/db/audit';
import type { Db, Tx } from '@oriel/db/client';
import { violates } from '@oriel/db/database-errors';
import { visibleMemberships } from '@oriel/db/tenant-scope';
import { OrielError } from '@oriel/domain/errors';
import type { Principal, ProjectRole } from '@oriel/domain/permissions';
import type { PersonActor } from '@/server/actor.ts';
import type { MemberRow } from '../output.ts';

export const memberSelect = {
  role: true,
  createdAt: true,
  user: { select: { id: true, email: true, name: true, passwordHash: true } },
} as const;

interface Row {
  readonly role: ProjectRole;
  readonly createdAt: Date;
  readonly user: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly passwordHash: string | null;
  };
}

/** Whoever asks, and the project they ask about. */
export interface MemberScope {
  readonly principal: Principal;
  readonly projectId: string;
}

/** By e-mail address. */
export async function listMembers(db: Db, { principal, projectId }: MemberScope): Promise<MemberRow[]> {
  const rows = await db.membership.findMany({
    where: { AND: [visibleMemberships(principal), { projectId }] },
    select: memberSelect,
    orderBy: { user: { email: 'asc' } },
  });
  return rows.map((row) => describeMember(row, principal.userId));
}

export function describeMember({ user, role, createdAt }: Row, askedBy: string): MemberRow {
  return {
    userId: user.id,
    email: user.email,
    name: user.name,
    role,
    addedAt: createdAt.toISOString(),
    active: user.passwordHash !== null,
    you: user.id === askedBy,
  };
}

export interface MemberChange {
  readonly projectId: string;
  readonly userId: string;
}

export async function setRole(db: Db, actor: PersonActor, change: MemberChange & { role: ProjectRole }): Promise<void> {
  const { projectId, userId, role } = change;
  await db.$transaction(async (tx) => {
    const before = await requireMember(tx, { projectId, userId });
    if (before.role === role) return;
    const where = { projectId_userId: { projectId, userId } };
    await tx.membership.update({ where, data: { role } }).catch(explainLastOwner);
    const { email } = before.user;
    await appendAudit(tx, {
      actor,
      action: 'member.set_role',
      projectId,
      targetType: 'user',
      targetId: userId,
      before: { email, role: before.role },
      after: { email, role },
    });
  });
}

export async function removeMember(db: Db, actor: PersonActor, { projectId, userId }: MemberChange): Promise<void> {
  await db.$transaction(async (tx) => {
    const before = await requireMember(tx, { projectId, userId });
    await tx.membership.delete({ where: { projectId_userId: { projectId, userId } } }).catch(explainLastOwner);
    await appendAudit(tx, {
      actor,
      action: 'member.remove',
      projectId,
      targetType: 'user',
      targetId: userId,
      before: { email: before.user.email, role: before.role },
    });
  });
}

async function requireMember(tx: Tx, { projectId, userId }: MemberChange): Promise<Row> {
  const member = await tx.membership.findUnique({
    where: { projectId_userId: { projectId, userId } },
    select: memberSelect,
  });
  if (member) return member;
  throw new OrielError('not_found', 'This person is not a member of the project any more. Reload the list.');
}

/** The database decides, under a lock: two owners who leave at the same moment are told apart there. */
function explainLastOwner(error: unknown): never {
  if (!violates(error, 'memberships_last_owner')) throw error;
  throw new OrielError('conflict', 'A project needs an owner. Make somebody else an owner first.', { cause: error });
}
