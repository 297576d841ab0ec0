import { sessionCookieName } from '@oriel/db/credential';
import { sessionMaxMs } from '@oriel/db/sessions';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import type { SignInLimits } from '@/features/sign-in/server/limits.ts';
import { checkSignIn } from '@/features/sign-in/server/sign-in.ts';
import { sessionCookieOptions } from '../session-cookie.ts';
import { endSession, type SessionRequest, sessionTokens } from './session-tokens.ts';

export interface AuthRequest extends SessionRequest {
  readonly publicOrigin: string;
  readonly secret: string;
  readonly limits: SignInLimits;
  readonly log: (level: 'warn' | 'error', code: string, detail: unknown) => void;
}

/** next-auth's settings for one request: it has no other way to hand the request to our hooks. */
export function authOptions(request: AuthRequest): NextAuthOptions {
  const { db, limits, address, outcome, publicOrigin } = request;
  const cookie = sessionCookieOptions(publicOrigin);
  // The prefix keeps a sibling host from planting the cookie; it exists on https only.
  const prefix = cookie.secure ? '__Host-' : '';
  return {
    secret: request.secret,
    useSecureCookies: cookie.secure,
    cookies: {
      sessionToken: { name: sessionCookieName(publicOrigin), options: cookie },
      csrfToken: { name: `${prefix}oriel.csrf`, options: cookie },
      callbackUrl: { name: `${prefix}oriel.callback`, options: cookie },
    },
    // "jwt" is next-auth's word for "no adapter"; sessionTokens decides what the cookie holds.
    session: { strategy: 'jwt', maxAge: sessionMaxMs / 1000 },
    jwt: sessionTokens(request),
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        /** Null for every failure: whatever is thrown here would be written into an address. */
        async authorize(credentials) {
          try {
            const result = await checkSignIn(db, limits, { credentials, address });
            if (result.kind === 'limited') outcome.retryAfterSeconds = result.retryAfterSeconds;
            if (result.kind !== 'signed_in') return null;
            outcome.passwordHash = result.passwordHash;
            return result.person;
          } catch (fault) {
            outcome.fault = fault;
            return null;
          }
        },
      }),
    ],
    callbacks: {
      session: ({ session, token }) => ({ expires: session.expires, user: { name: token.name, email: token.email } }),
    },
    events: { signOut: ({ token }) => endSession(request, token) },
    logger: {
      // A session that has ended is no error; a look-up that failed is in the outcome.
      error: (code, metadata) => code !== 'JWT_SESSION_ERROR' && request.log('error', code, metadata),
      warn: (code) => request.log('warn', code, undefined),
      debug: () => {},
    },
  };
}
