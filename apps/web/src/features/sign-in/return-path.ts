/** A path of this site to return to after signing in; anything else (another host, a scheme) becomes the start page. */
export function returnPath(from: string | undefined): string {
  if (from === undefined || !/^\/(?![/\\])[^\s\\]*$/.test(from) || from.startsWith('/sign-in')) return '/';
  return from;
}
