/** One per provider, so that an answer of one is never taken for another's (RFC 9700, 4.4). */
export function callbackUrl(publicOrigin: string, providerId: string): string {
  return `${publicOrigin}/api/auth/callback/${providerId}`;
}
