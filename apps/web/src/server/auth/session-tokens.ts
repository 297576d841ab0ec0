import { appendAudit } from '@oriel/db/audit';
import type { Db } from '@oriel/db/client';
import { credentialKey, type Guesses } from '@oriel/db/guesses';
import { lockPerson } from '@oriel/db/identities';
import { identify } from '@oriel/db/principal';
import { createSession, revokeSession } from '@oriel/db/sessions';
import type { JWT, JWTOptions } from 'next-auth/jwt';
import type { Outcome } from './outcome.ts';

/** What next-auth calls a JWT is, here, what the session's row says. */
interface SessionToken extends JWT {
  readonly sub: string;
  readonly email: string;
  readonly sessionId: string;
  /** The cookie's value, so that writing the cookie again writes the same. */
  readonly value: string;
}

export interface SessionRequest {
  readonly db: Db;
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
  readonly guesses: Guesses;
  readonly outcome: Outcome;
}

/** Puts an opaque id into the cookie instead of a JWT, which nobody could revoke. */
export function sessionTokens({
  db,
  address,
  userAgent,
  guesses,
  outcome,
}: SessionRequest): Pick<JWTOptions, 'encode' | 'decode'> {
  return {
    async encode({ token }) {
      if (isSessionToken(token)) return token.value;
      const userId = token?.sub;
      const email = token?.email;
      if (!userId || !email) throw new Error('A session needs a person.');
      const { passwordHash } = outcome;
      const session = await db.$transaction(async (tx) => {
        await lockPerson(tx, userId);
        const person = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
        if (person.passwordHash !== passwordHash) throw new Error('The password was replaced while it was checked.');
        const created = await createSession(tx, { userId, address, userAgent });
        const actor = { userId, email, address };
        await appendAudit(tx, { actor, action: 'session.sign_in', targetType: 'session', targetId: created.id });
        return created;
      });
      return session.value;
    },

    async decode({ token: value }) {
      if (!value) return null;
      try {
        const credential = { kind: 'session', value } as const;
        const shown = { key: credentialKey(credential), addressOf: () => address };
        const identity = await guesses.look(shown, () => identify(db, credential));
        if (!identity) return null;
        const { userId: sub, email, name } = identity.principal;
        return { sub, email, name, sessionId: identity.credential.id, value } satisfies SessionToken;
      } catch (fault) {
        outcome.fault = fault;
        throw fault;
      }
    },
  };
}

/** Ends the session behind a cookie; nothing where it has ended already. */
export async function endSession({ db, address, outcome }: SessionRequest, token: JWT | undefined): Promise<void> {
  if (!isSessionToken(token)) return;
  const { sub: userId, email, sessionId } = token;
  try {
    await db.$transaction(async (tx) => {
      if (!(await revokeSession(tx, userId, sessionId))) return;
      const session = await tx.session.findUnique({ where: { id: sessionId }, select: { providerId: true } });
      if (session?.providerId) outcome.leftProvider = session.providerId;
      const actor = { userId, email, address };
      await appendAudit(tx, { actor, action: 'session.sign_out', targetType: 'session', targetId: sessionId });
    });
  } catch (fault) {
    // next-auth would swallow this and drop the cookie, with the session still alive.
    outcome.fault = fault;
  }
}

function isSessionToken(token: JWT | undefined): token is SessionToken {
  return typeof token?.value === 'string' && typeof token.sessionId === 'string';
}
