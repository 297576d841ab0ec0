import { appendAudit } from '@oriel/db/audit';
import type { Db } from '@oriel/db/client';
import { credentialKey, type Guesses } from '@oriel/db/guesses';
import { lockPerson } from '@oriel/db/identities';
import { hashToken } from '@oriel/db/opaque-token';
import { type CreatedSession, createSession, revokeOtherSessions, revokeTokens } from '@oriel/db/sessions';
import { OrielError } from '@oriel/domain/errors';
import { hashPassword } from './passwords.ts';

export interface Welcome {
  readonly email: string;
  readonly name: string;
  readonly expiresAt: Date;
}

/** Whoever shows a link: it may be anybody's, or nobody's. */
interface Visitor {
  readonly address: string | undefined;
  readonly guesses: Guesses;
}

/** Whose link it is. Throws `not_found` or `conflict` with what to do where it cannot be used any more. */
export async function findWelcome(db: Db, token: string, visitor: Visitor): Promise<Welcome> {
  const link = await findLink(db, token, visitor);
  return { email: link.user.email, name: link.user.name, expiresAt: link.expiresAt };
}

export interface Acceptance extends Visitor {
  readonly token: string;
  readonly password: string;
  readonly userAgent: string | undefined;
}

/**
 * Sets the password, uses the link up, ends whatever sessions there were and begins a new one: all of
 * it or nothing. Of two tries at once one succeeds. Tokens stay, unless somebody else may have made them.
 */
export async function acceptWelcome(db: Db, acceptance: Acceptance): Promise<CreatedSession> {
  const { token, password, address, userAgent } = acceptance;
  const link = await findLink(db, token, acceptance);
  const passwordHash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    const now = new Date();
    const { id: userId, email } = link.user;
    await lockPerson(tx, userId);
    const { count } = await tx.oneTimeLink.updateMany({
      where: { id: link.id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) throw usedUp();
    const { vouchedById } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { vouchedById: true } });
    await tx.user.update({ where: { id: userId }, data: { passwordHash, vouchedById: link.handedToId } });
    await revokeOtherSessions(tx, userId);
    const revokedTokens = vouchedById === null ? 0 : await revokeTokens(tx, userId);
    const session = await createSession(tx, { userId, address, userAgent });
    await appendAudit(tx, {
      actor: { userId, email, address },
      action: 'account.set_password',
      targetType: 'user',
      targetId: userId,
      ...(vouchedById === null ? {} : { after: { revokedTokens } }),
    });
    return session;
  });
}

async function findLink(db: Db, token: string, { address, guesses }: Visitor) {
  const shown = { key: credentialKey({ kind: 'link', value: token }), addressOf: () => address };
  const link = await guesses.look(shown, async () => (await linkOf(db, token)) ?? undefined);
  if (!link) {
    throw new OrielError('not_found', 'This link is not known, or a newer one has replaced it. Ask for a new link.');
  }
  if (link.usedAt !== null) throw usedUp();
  if (link.expiresAt.getTime() <= Date.now()) {
    throw new OrielError('conflict', 'This link has expired. Ask for a new one.');
  }
  if (link.user.disabledAt !== null) {
    throw new OrielError('conflict', 'This account is disabled. Ask a platform administrator.');
  }
  return link;
}

function linkOf(db: Db, token: string) {
  return db.oneTimeLink.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      expiresAt: true,
      usedAt: true,
      handedToId: true,
      user: { select: { id: true, email: true, name: true, disabledAt: true } },
    },
  });
}

function usedUp(): OrielError {
  return new OrielError('conflict', 'This link has been used already. Sign in with the password that was set with it.');
}
