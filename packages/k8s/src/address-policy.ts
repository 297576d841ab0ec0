import { lookup as dnsLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Which addresses a cluster's API server may have. Private networks are fine: clusters live there. */
export interface AddressPolicy {
  /** For development on one machine only. */
  readonly allowLoopback: boolean;
}

const never = new BlockList();
// RFC 3927 and RFC 4291 link-local: clouds answer with credentials there.
never.addSubnet('169.254.0.0', 16, 'ipv4');
never.addSubnet('fe80::', 10, 'ipv6');
// Site-local, deprecated by RFC 3879.
never.addSubnet('fec0::', 10, 'ipv6');
// Metadata services outside link-local: AWS, Google Cloud and Scaleway over IPv6; Alibaba Cloud, Oracle Cloud, Azure.
never.addSubnet('fd00:ec2::', 32, 'ipv6');
never.addAddress('fd20:ce::254', 'ipv6');
never.addAddress('fd00:42::42', 'ipv6');
never.addSubnet('fd00:c1::', 32, 'ipv6');
never.addAddress('100.100.100.200', 'ipv4');
never.addAddress('192.0.0.192', 'ipv4');
never.addAddress('168.63.129.16', 'ipv4');
// "This host", multicast, reserved, broadcast.
never.addSubnet('0.0.0.0', 8, 'ipv4');
never.addSubnet('224.0.0.0', 3, 'ipv4');
never.addAddress('::', 'ipv6');
never.addSubnet('ff00::', 8, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Why an address may not be called, or undefined where it may. */
export function refusalOfAddress(address: string, policy: AddressPolicy): string | undefined {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const plain = embeddedIpv4(bare) ?? bare;
  const family = isIP(plain);
  if (family === 0) return `"${bare}" is not an address.`;
  const type = family === 6 ? 'ipv6' : 'ipv4';
  if (never.check(plain, type))
    return `${plain} is a link-local, metadata or reserved address, which Oriel never calls.`;
  if (!policy.allowLoopback && loopback.check(plain, type)) {
    return `${plain} is this machine itself. A cluster needs an address that is reachable from Oriel over the network.`;
  }
  return undefined;
}

/** Thrown from the connection's own look-up, so that an answer that changes between check and use is caught. */
export class AddressRefusedError extends Error {
  readonly code = 'ORIEL_ADDRESS_REFUSED';
}

/** A look-up for sockets that hands on permitted addresses only; one that is refused fails the name altogether. */
export function guardedLookup(policy: AddressPolicy): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, '', 0);
      for (const { address } of found) {
        const refusal = refusalOfAddress(address, policy);
        if (refusal !== undefined) return callback(new AddressRefusedError(refusal), '', 0);
      }
      if (options.all === true) return callback(null, found);
      const [first] = found;
      return callback(null, first?.address ?? '', first?.family);
    });
  };
}

/** IPv4 inside IPv6: mapped (RFC 4291), translated (RFC 2765), NAT64 (RFC 6052, RFC 8215), 6to4 (RFC 3056), Teredo (RFC 4380). */
function embeddedIpv4(address: string): string | undefined {
  if (isIP(address) !== 6) return undefined;
  const groups = expand(address);
  const at = (index: number) => groups[index] ?? 0;
  const join = (high: number, low: number) => [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const zeros = (from: number, to: number) => groups.slice(from, to).every((group) => group === 0);
  if (zeros(0, 5) && at(5) === 0xffff) return join(at(6), at(7));
  if (zeros(0, 6) && (at(6) !== 0 || at(7) > 1)) return join(at(6), at(7));
  if (zeros(0, 4) && at(4) === 0xffff && at(5) === 0) return join(at(6), at(7));
  if (at(0) === 0x64 && at(1) === 0xff9b && (zeros(2, 6) || at(2) === 1)) return join(at(6), at(7));
  if (at(0) === 0x2001 && at(1) === 0) return join(at(6) ^ 0xffff, at(7) ^ 0xffff);
  if (at(0) === 0x2002) return join(at(1), at(2));
  return undefined;
}

function expand(address: string): number[] {
  // The URL parser writes a dotted tail in hexadecimal and normalises the rest.
  const normal = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = normal.split('::');
  const parse = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const before = parse(head);
  const after = tail === undefined ? [] : parse(tail);
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}
