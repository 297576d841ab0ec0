import { appendAudit } from '@oriel/db/audit';
import type { Db } from '@oriel/db/client';
import { revokeOtherSessions, revokeSession, sessionIdleMs } from '@oriel/db/sessions';
import { OrielError } from '@oriel/domain/errors';
import type { z } from 'zod';
import type { SignInLimits } from '@/features/sign-in/server/limits.ts';
import { hashPassword, verifyPassword } from '@/features/sign-in/server/passwords.ts';
import type { PersonActor } from '@/server/actor.ts';
import type { changePasswordInput } from '../input.ts';
import type { SessionRow } from '../output.ts';

export interface OwnSession {
  readonly userId: string;
  readonly sessionId: string;
}

/** Sessions that could still be used, the latest first. */
export async function listSessions(db: Db, { userId, sessionId }: OwnSession): Promise<SessionRow[]> {
  const now = Date.now();
  const rows = await db.session.findMany({
    where: {
      userId,
      revokedAt: null,
      expiresAt: { gt: new Date(now) },
      lastSeenAt: { gt: new Date(now - sessionIdleMs) },
    },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  });
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    address: row.address,
    userAgent: row.userAgent,
    current: row.id === sessionId,
  }));
}

export async function revokeOwnSession(db: Db, actor: PersonActor, sessionId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await revokeSession(tx, actor.userId, sessionId))) {
      throw new OrielError('not_found', 'This session has already ended. Reload the list.');
    }
    await appendAudit(tx, { actor, action: 'session.revoke', targetType: 'session', targetId: sessionId });
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
  const admission = await limits.admit(actor);
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
  await limits.succeeded(actor);
  const next = await hashPassword(input.next);
  return db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: { passwordHash: next } });
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
