import type { Queryable, Tx } from './client.ts';
import { newOpaqueToken } from './opaque-token.ts';

const hour = 3_600_000;
/** A session ends after this long without a request … */
export const sessionIdleMs = 12 * hour;
/** … and at the latest this long after the sign-in. */
export const sessionMaxMs = 7 * 24 * hour;

export interface NewSession {
  readonly userId: string;
  /** Where from, for the list in which people recognise their sessions. */
  readonly address?: string | undefined;
  readonly userAgent?: string | undefined;
  /** The identity provider that vouched; absent for a password or a one-time link. */
  readonly providerId?: string | undefined;
}

export interface CreatedSession {
  readonly id: string;
  /** The cookie's value; nowhere kept. */
  readonly value: string;
  readonly expiresAt: Date;
}

export async function createSession(tx: Tx, session: NewSession): Promise<CreatedSession> {
  const { value, hash } = newOpaqueToken();
  const now = new Date();
  const { id, expiresAt } = await tx.session.create({
    data: {
      tokenHash: hash,
      userId: session.userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionMaxMs),
      address: session.address?.slice(0, 64) ?? null,
      userAgent: session.userAgent?.slice(0, 256) ?? null,
      providerId: session.providerId ?? null,
    },
  });
  return { id, value, expiresAt };
}

/**
 * Whether the session is there, until the transaction ends: whoever ends it waits, and finds the tokens that were made
 * in it.
 */
export async function lockSession(tx: Tx, sessionId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM sessions WHERE id = ${sessionId}::uuid AND revoked_at IS NULL FOR SHARE`;
  return rows.length > 0;
}

/** Ends a session of the person at once, everywhere (a trigger tells the caches). Returns false where there is none. */
export async function revokeSession(tx: Queryable, userId: string, sessionId: string): Promise<boolean> {
  const { count } = await tx.session.updateMany({
    where: { id: sessionId, userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count > 0;
}

/** Ends every token of the person; returns how many. */
export async function revokeTokens(tx: Queryable, userId: string): Promise<number> {
  const { count } = await tx.apiToken.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count;
}

/** Ends every session of the person but the one given; returns how many. */
export async function revokeOtherSessions(tx: Queryable, userId: string, keep?: string): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, revokedAt: null, ...(keep === undefined ? {} : { id: { not: keep } }) },
    data: { revokedAt: new Date() },
  });
  return count;
}
