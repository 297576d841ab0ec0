import { appendAudit } from '@oriel/db/audit';
import type { Tx } from '@oriel/db/client';
import { violates } from '@oriel/db/database-errors';
import { OrielError } from '@oriel/domain/errors';
import { isAllowed, type Principal } from '@oriel/domain/permissions';
import { isServiceAccountEmail } from '@oriel/domain/service-accounts';
import type { PersonActor } from '@/server/actor.ts';

export interface KnownPerson {
  readonly id: string;
  readonly isNew: boolean;
  /** Can come in already, by a password or through a provider. */
  readonly hasWayIn: boolean;
  readonly isPlatformAdmin: boolean;
}

/** By address; made known where they are not. Until the transaction ends nobody else changes how they come in. */
export async function findOrCreatePerson(
  tx: Tx,
  actor: PersonActor,
  { email, name }: { readonly email: string; readonly name?: string | undefined },
): Promise<KnownPerson> {
  if (isServiceAccountEmail(email)) {
    throw new OrielError('bad_input', `${email} is an address of a service account. Add it as one instead.`, {
      field: 'subject.email',
    });
  }
  await tx.$executeRaw`SELECT 1 FROM users WHERE email = ${email} FOR NO KEY UPDATE`;
  const existing = await tx.user.findUnique({
    where: { email },
    select: {
      id: true,
      passwordHash: true,
      isPlatformAdmin: true,
      disabledAt: true,
      _count: { select: { identities: true } },
    },
  });
  if (existing) {
    const { id, passwordHash, isPlatformAdmin, disabledAt, _count } = existing;
    if (disabledAt !== null) {
      throw new OrielError('conflict', `The account ${email} is disabled. Ask a platform administrator.`, {
        field: 'subject.email',
      });
    }
    return { id, isNew: false, hasWayIn: passwordHash !== null || _count.identities > 0, isPlatformAdmin };
  }
  const data = { email, name: name ?? email.slice(0, email.indexOf('@')).slice(0, 120) };
  const created = await tx.user.create({ data }).catch(sameMoment);
  await appendAudit(tx, { actor, action: 'user.create', targetType: 'user', targetId: created.id, after: { email } });
  return { id: created.id, isNew: true, hasWayIn: false, isPlatformAdmin: false };
}

/** Somebody else added the same person between our look and our write. */
function sameMoment(error: unknown): never {
  if (!violates(error, 'users_email_key')) throw error;
  const message = 'Somebody added this person at the same moment. Reload the list and try again.';
  throw new OrielError('conflict', message, { retryable: true, cause: error });
}

export interface LinkCandidate {
  readonly person: Pick<KnownPerson, 'id' | 'hasWayIn' | 'isPlatformAdmin'>;
  readonly projectId: string;
}

/**
 * A link is the power to become that person. An owner may hold it for somebody who has nothing yet but
 * projects of this owner; whoever has more gets theirs from a platform administrator.
 */
export async function mayHandOutLink(
  tx: Tx,
  principal: Principal,
  { person, projectId }: LinkCandidate,
): Promise<boolean> {
  if (person.hasWayIn) return false;
  if (handedTo(principal) === undefined) return true;
  if (person.isPlatformAdmin) return false;
  const own = [...principal.roles.keys()].filter((id) => isAllowed(principal, 'members:manage', id));
  const elsewhere = { userId: person.id, projectId: { notIn: [projectId, ...own] } };
  return (await tx.roleBinding.count({ where: elsewhere })) === 0;
}

/** Who has to be remembered as having seen a link: an administrator need not be. */
export function handedTo(principal: Principal): string | undefined {
  return isAllowed(principal, 'platform:manage') ? undefined : principal.userId;
}
