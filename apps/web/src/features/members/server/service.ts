import { appendAudit } from '@oriel/db/audit';
import type { Db, Tx } from '@oriel/db/client';
import { violates } from '@oriel/db/database-errors';
import { visibleBindings } from '@oriel/db/tenant-scope';
import { OrielError } from '@oriel/domain/errors';
import type { Principal, ProjectRole } from '@oriel/domain/permissions';
import type { PersonActor } from '@/server/actor.ts';
import type { MemberRow } from '../output.ts';

export const memberSelect = {
  id: true,
  role: true,
  createdAt: true,
  user: { select: { id: true, email: true, name: true, passwordHash: true } },
} as const;

interface Row {
  readonly id: string;
  readonly role: ProjectRole;
  readonly createdAt: Date;
  readonly user: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly passwordHash: string | null;
  } | null;
}

/** Whoever asks, and the project they ask about. */
export interface MemberScope {
  readonly principal: Principal;
  readonly projectId: string;
}

/** By e-mail address. */
export async function listMembers(db: Db, { principal, projectId }: MemberScope): Promise<MemberRow[]> {
  const rows = await db.roleBinding.findMany({
    where: { AND: [visibleBindings(principal), { projectId, userId: { not: null } }] },
    select: memberSelect,
    orderBy: { user: { email: 'asc' } },
  });
  return rows.map((row) => describeMember(row, principal.userId));
}

export function describeMember({ user, role, createdAt }: Row, askedBy: string): MemberRow {
  if (user === null) throw new Error('A binding of a group is no member.');
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
    await tx.roleBinding.update({ where: { id: before.id }, data: { role } }).catch(explainLastOwner);
    const email = before.user?.email;
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
    await tx.roleBinding.delete({ where: { id: before.id } }).catch(explainLastOwner);
    await appendAudit(tx, {
      actor,
      action: 'member.remove',
      projectId,
      targetType: 'user',
      targetId: userId,
      before: { email: before.user?.email, role: before.role },
    });
  });
}

async function requireMember(tx: Tx, { projectId, userId }: MemberChange): Promise<Row> {
  const member = await tx.roleBinding.findFirst({
    where: { projectId, userId, clusterIds: { isEmpty: true }, namespaces: { isEmpty: true } },
    select: memberSelect,
  });
  if (member) return member;
  throw new OrielError('not_found', 'This person is not a member of the project any more. Reload the list.');
}

/** The database decides, under a lock: two owners who leave at the same moment are told apart there. */
function explainLastOwner(error: unknown): never {
  if (!violates(error, 'role_bindings_last_owner')) throw error;
  throw new OrielError('conflict', 'A project needs an owner. Make somebody else an owner first.', { cause: error });
}
