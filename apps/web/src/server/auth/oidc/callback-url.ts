/** One per provider, so that an answer of one is never taken for another's (RFC 9700, 4.4). */
export function callbackUrl(publicOrigin: string, providerId: string): string {
  return `${publicOrigin}/api/auth/callback/${providerId}`;
}

/** Where a provider sends the browser once its session there has ended. */
export function signedOutUrl(publicOrigin: string): string {
  return `${publicOrigin}/sign-in`;
}
