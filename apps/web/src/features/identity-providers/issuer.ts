import { z } from 'zod';

/** Names and addresses that lead to this very machine. */
export function isLoopbackHost(hostname: string): boolean {
  return /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/.test(hostname);
}

/** As in the provider's discovery document, letter by letter (OpenID Connect Discovery 1.0, 4.3). */
export const issuer = z
  .url({ protocol: /^https?$/, error: 'Enter an address, like https://login.example.com.' })
  .max(500, 'Use at most 500 characters.')
  .refine(isSafe, 'Use https. Plain http is accepted for a provider on this machine only.')
  .refine(isBare, 'Leave out user, query and fragment, and the path /.well-known/….');

function isSafe(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}

function isBare(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { username, password, search, hash, pathname } = new URL(value);
  return username === '' && password === '' && search === '' && hash === '' && !pathname.includes('/.well-known');
}
