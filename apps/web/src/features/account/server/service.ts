import { appendAudit } from '@oriel/db/audit';
import type { Db } from '@oriel/db/client';
import { revokeOtherSessions, revokeSession } from '@oriel/db/sessions';
import { OrielError } from '@oriel/domain/errors';
import type { z } from 'zod';
import type { SignInLimits } from '@/features/sign-in/server/limits.ts';
import { hashPassword, verifyPassword } from '@/features/sign-in/server/passwords.ts';
import type { PersonActor } from '@/server/actor.ts';
import type { changePasswordInput } from '../input.ts';

export async function revokeOwnSession(db: Db, actor: PersonActor, sessionId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await revokeSession(tx, actor.userId, sessionId))) {
      throw new OrielError('not_found', 'This session has already ended. Reload the list.');
    }
    await appendAudit(tx, { actor, action: 'session.revoke', targetType: 'session', targetId: sessionId });
  });
}

/** Every session but the one that asks; returns how many ended. */
export function revokeOtherOwnSessions(db: Db, actor: PersonActor, keep: string): Promise<number> {
  return db.$transaction(async (tx) => {
    const ended = await revokeOtherSessions(tx, actor.userId, keep);
    await appendAudit(tx, {
      actor,
      action: 'session.revoke_others',
      targetType: 'user',
      targetId: actor.userId,
      after: { endedSessions: ended },
    });
    return ended;
  });
}

export interface PasswordChange {
  readonly input: z.output<typeof changePasswordInput>;
  readonly actor: PersonActor;
  /** Stays; every other session of the person ends. */
  readonly sessionId: string;
  readonly limits: SignInLimits;
}

/** Returns how many other sessions ended. Guessing the present password is limited like signing in. */
export async function changePassword(db: Db, { input, actor, sessionId, limits }: PasswordChange): Promise<number> {
  // Where nobody told the address the session stands for it: it is one person's, and so is the limit.
  const attempt = { email: actor.email, address: actor.address ?? sessionId };
  const admission = await limits.admit(attempt);
  if (!admission.allowed) {
    const minutes = Math.ceil(admission.retryAfterSeconds / 60);
    throw new OrielError('rate_limited', `Too many tries. Wait ${minutes} min and try again.`, { retryable: true });
  }
  const { passwordHash } = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(passwordHash, input.current))) {
    throw new OrielError('bad_input', 'That is not your present password.', { field: 'current' });
  }
  await limits.succeeded(attempt);
  const next = await hashPassword(input.next);
  return db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.userId, passwordHash },
      data: { passwordHash: next },
    });
    if (count === 0) {
      throw new OrielError('conflict', 'Your password was replaced at the same moment. Sign in with the new one.');
    }
    const ended = await revokeOtherSessions(tx, actor.userId, sessionId);
    await appendAudit(tx, {
      actor,
      action: 'account.change_password',
      targetType: 'user',
      targetId: actor.userId,
      after: { endedSessions: ended },
    });
    return ended;
  });
}
