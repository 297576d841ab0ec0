import { isIP, isIPv6 } from 'node:net';

/**
 * The client's address as the outermost trusted proxy saw it. Each proxy appends the peer it talks to
 * to X-Forwarded-For, so entries before the trusted ones are whatever the client wrote.
 */
export function clientAddress(forwardedFor: string | null, trustedHops: number): string | undefined {
  if (trustedHops === 0) return undefined;
  const candidate = forwardedFor
    ?.split(',')
    .at(-trustedHops)
    ?.trim()
    .replace(/^::ffff:(?=\d+\.)/i, '');
  return candidate !== undefined && isIP(candidate) !== 0 ? candidate : undefined;
}

/**
 * X-Forwarded-For as a front door hands it on: of what came along the last entries, as many as there are trusted proxies
 * before it, and the peer that it sees itself. Everything further left is whatever the client wrote.
 */
export function forwardedFor(given: string | undefined, peer: string, proxiesBefore: number): string {
  const trusted = given === undefined || proxiesBefore === 0 ? [] : given.split(',').slice(-proxiesBefore);
  return [...trusted.map((entry) => entry.trim()), peer].join(', ');
}

/** What one client can be expected to hold: an IPv4 address, or an IPv6 /64. */
export function addressBlock(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
