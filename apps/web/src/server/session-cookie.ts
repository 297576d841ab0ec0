import { sessionCookieName } from '@oriel/db/credential';

/** What next-auth is told of the cookie, so that it sets the one we read. */
export function sessionCookieOptions(publicOrigin: string) {
  const secure = publicOrigin.startsWith('https:');
  return { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
}

/** The Set-Cookie header that begins a session. */
export function sessionCookie(session: { value: string; expiresAt: Date }, publicOrigin: string): string {
  const attributes = ['Path=/', `Expires=${session.expiresAt.toUTCString()}`, 'HttpOnly', 'SameSite=Lax'];
  if (sessionCookieOptions(publicOrigin).secure) attributes.push('Secure');
  return [`${sessionCookieName(publicOrigin)}=${session.value}`, ...attributes].join('; ');
}
