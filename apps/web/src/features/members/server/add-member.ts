import { appendAudit } from '@oriel/db/audit';
import type { Db, Tx } from '@oriel/db/client';
import { violates } from '@oriel/db/database-errors';
import { issueOneTimeLink } from '@oriel/db/one-time-links';
import { OrielError } from '@oriel/domain/errors';
import type { Principal, ProjectRole } from '@oriel/domain/permissions';
import type { PersonActor } from '@/server/actor.ts';
import type { MemberRow } from '../output.ts';
import { describeMember, memberSelect } from './service.ts';

const linkValidForHours = 7 * 24;

export interface NewMember {
  readonly projectId: string;
  readonly email: string;
  readonly name?: string | undefined;
  readonly role: ProjectRole;
}

export interface AddedBy {
  readonly principal: Principal;
  readonly actor: PersonActor;
}

export interface AddedMember {
  readonly member: MemberRow;
  /** Token of a one-time link with which the person sets a password; null where none may be given out. */
  readonly linkToken: string | null;
}

/**
 * Adds a person to a project, and makes them known where they are not. Adding a member who has never
 * signed in once more gives a new link, for the one that was lost.
 */
export function addMember(db: Db, { principal, actor }: AddedBy, input: NewMember): Promise<AddedMember> {
  const { projectId, role } = input;
  return db.$transaction(async (tx) => {
    const person = await findOrCreatePerson(tx, actor, input);
    const member = await join(tx, { projectId, userId: person.id, role });
    const link = await mayHandOutLink(tx, principal, { ...person, projectId });
    if (!member.isNew && !link) {
      throw new OrielError('conflict', `${input.email} is a member already. Change the role in the list instead.`, {
        field: 'email',
      });
    }
    const linkToken = link ? await issueOneTimeLink(tx, person.id, { validForHours: linkValidForHours }) : null;
    await appendAudit(tx, {
      actor,
      action: member.isNew ? 'member.add' : 'member.new_link',
      projectId,
      targetType: 'user',
      targetId: person.id,
      after: { email: input.email, role: member.row.role, newPerson: person.isNew, link },
    });
    return { member: describeMember(member.row, principal.userId), linkToken };
  });
}

interface KnownPerson {
  readonly id: string;
  readonly isNew: boolean;
  readonly hasPassword: boolean;
  readonly isPlatformAdmin: boolean;
}

async function findOrCreatePerson(tx: Tx, actor: PersonActor, { email, name }: NewMember): Promise<KnownPerson> {
  const existing = await tx.user.findUnique({ where: { email } });
  if (existing) {
    const { id, passwordHash, isPlatformAdmin, disabledAt } = existing;
    if (disabledAt !== null) {
      throw new OrielError('conflict', `The account ${email} is disabled. Ask a platform administrator.`, {
        field: 'email',
      });
    }
    return { id, isNew: false, hasPassword: passwordHash !== null, isPlatformAdmin };
  }
  const data = { email, name: name ?? email.slice(0, email.indexOf('@')).slice(0, 120) };
  const created = await tx.user.create({ data }).catch(sameMoment('users_email_key'));
  await appendAudit(tx, { actor, action: 'user.create', targetType: 'user', targetId: created.id, after: { email } });
  return { id: created.id, isNew: true, hasPassword: false, isPlatformAdmin: false };
}

async function join(tx: Tx, { projectId, userId, role }: { projectId: string; userId: string; role: ProjectRole }) {
  const where = { projectId, userId, clusterIds: { isEmpty: true }, namespaces: { isEmpty: true } };
  const existing = await tx.roleBinding.findFirst({ where, select: memberSelect });
  if (existing) return { row: existing, isNew: false };
  const row = await tx.roleBinding
    .create({ data: { projectId, userId, role }, select: memberSelect })
    .catch(sameMoment('role_bindings_one_whole_per_user'));
  return { row, isNew: true };
}

/** Somebody else added the same person between our look and our write. */
function sameMoment(constraint: string): (error: unknown) => never {
  return (error) => {
    if (!violates(error, constraint)) throw error;
    const message = 'Somebody added this person at the same moment. Reload the list and try again.';
    throw new OrielError('conflict', message, { retryable: true, cause: error });
  };
}

/**
 * A link is the power to become that person. An owner may hold it for somebody who has nothing yet but
 * this project; whoever has more gets theirs from a platform administrator.
 */
async function mayHandOutLink(
  tx: Tx,
  principal: Principal,
  person: KnownPerson & { readonly projectId: string },
): Promise<boolean> {
  if (person.hasPassword) return false;
  if (principal.isPlatformAdmin) return true;
  if (person.isPlatformAdmin) return false;
  const elsewhere = { userId: person.id, projectId: { not: person.projectId } };
  return (await tx.roleBinding.count({ where: elsewhere })) === 0;
}
