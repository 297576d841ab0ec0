/** What a request shows to say who sends it. */
export type Credential =
  | { readonly kind: 'session'; readonly value: string }
  | { readonly kind: 'token'; readonly value: string };

export const tokenPrefix = 'oriel_pat_';

/** `__Host-` makes browsers refuse the cookie from a sibling domain or over plain HTTP, and so exists on https only. */
export function sessionCookieName(publicOrigin: string): string {
  return publicOrigin.startsWith('https:') ? '__Host-oriel.session' : 'oriel.session';
}

/**
 * Finds the credential of a request. An Authorization header decides alone: where it is there and
 * useless, the cookie is not tried, so that a program never acts as the person behind it.
 */
export function readCredential(
  headers: { readonly authorization: string | null | undefined; readonly cookie: string | null | undefined },
  publicOrigin: string,
): Credential | undefined {
  if (headers.authorization) {
    const [, value] = /^bearer +([A-Za-z0-9_-]{1,200})$/i.exec(headers.authorization) ?? [];
    return value?.startsWith(tokenPrefix) ? { kind: 'token', value } : undefined;
  }
  const value = readCookie(headers.cookie ?? '', sessionCookieName(publicOrigin));
  return value ? { kind: 'session', value } : undefined;
}

/** The first value of this name; undefined where there is none. */
export function readCookie(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
