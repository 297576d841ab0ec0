import type { Tx } from '@oriel/db/client';
import { lockPerson } from '@oriel/db/identities';
import { loadRights, personSelect } from '@oriel/db/rights';
import { OrielError } from '@oriel/domain/errors';
import { isAllowed } from '@oriel/domain/permissions';

export interface NewRights {
  readonly userId: string;
  /** Where a role is given; undefined for a new project and for the platform. */
  readonly projectId?: string;
  /** Of the input, for a refusal. */
  readonly field: string;
}

/**
 * To be asked before somebody gets rights. Whoever was shown their one-time link may be them, and must not gain what
 * they could not have given: their unused link ends, and where the password was set through one the rights are
 * refused. Returns how many links ended.
 */
export async function requireOwnHands(tx: Tx, { userId, projectId, field }: NewRights): Promise<number> {
  await lockPerson(tx, userId);
  const unused = { usedAt: null, handedToId: { not: null } };
  const { email, vouchedById, oneTimeLinks } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, vouchedById: true, oneTimeLinks: { where: unused, select: { handedToId: true } } },
  });
  const holders = [vouchedById, ...oneTimeLinks.map(({ handedToId }) => handedToId)].filter((id) => id !== null);
  if (holders.length === 0) return 0;
  const harmless = await givers(tx, holders, projectId);
  if (vouchedById !== null && !harmless.includes(vouchedById)) {
    const message =
      `The password of ${email} was set through a link that the owner of a project was shown. Let a platform ` +
      'administrator make them a new link, or let them connect an identity provider; then try again.';
    throw new OrielError('conflict', message, { field });
  }
  const { count } = await tx.oneTimeLink.deleteMany({
    where: { userId, usedAt: null, handedToId: { not: null, notIn: harmless } },
  });
  return count;
}

/** Those who may give the rights themselves. */
async function givers(tx: Tx, holders: readonly string[], projectId: string | undefined): Promise<string[]> {
  const people = await tx.user.findMany({ where: { id: { in: [...holders] }, disabledAt: null }, ...personSelect });
  const principals = await Promise.all(people.map(async (person) => (await loadRights(tx, person)).principal));
  const permission = projectId === undefined ? 'platform:manage' : 'members:manage';
  return principals
    .filter((principal) => isAllowed(principal, permission, projectId))
    .map((principal) => principal.userId);
}
