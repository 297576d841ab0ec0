import { forbidden, mixedNameOf, nameOf, port, rebindingName } from './place.ts';
import type { Dice } from './random.ts';

/** Ways to write an IPv4 address that a URL parser, a resolver or an IPv6 stack may understand. */
const spellings: readonly ((bytes: readonly number[]) => string)[] = [
  (b) => b.join('.'),
  (b) => `${b.join('.')}.`,
  (b) => String(numberOf(b)),
  (b) => `0x${numberOf(b).toString(16)}`,
  (b) => `0${numberOf(b).toString(8)}`,
  (b) => b.map((byte) => `0x${byte.toString(16)}`).join('.'),
  (b) => b.map((byte) => `0${byte.toString(8)}`).join('.'),
  (b) => `${b[0]}.${((b[1] ?? 0) << 16) | ((b[2] ?? 0) << 8) | (b[3] ?? 0)}`,
  (b) => b.map((byte) => `%${byte.toString().charCodeAt(0).toString(16)}${byte.toString().slice(1)}`).join('.'),
  (b) =>
    [...b.join('.')]
      .map((digit) => (digit === '.' ? '。' : String.fromCharCode(digit.charCodeAt(0) + 0xfee0)))
      .join(''),
  (b) => `[::ffff:${b.join('.')}]`,
  (b) => `[0:0:0:0:0:FFFF:${hex(b)}]`,
  (b) => `[::${b.join('.')}]`,
  (b) => `[::ffff:0:${b.join('.')}]`,
  (b) => `[64:ff9b::${hex(b)}]`,
  (b) => `[64:ff9b:1::${hex(b)}]`,
  (b) => `[2002:${hex(b)}::1]`,
];

const numberOf = (bytes: readonly number[]) => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
const hex = ([a = 0, b = 0, c = 0, d = 0]: readonly number[]) =>
  `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;

const others = [
  '[::]',
  '0',
  '0.0.0.0',
  '[fe80::1%25lo]',
  '[fe80::1%lo]',
  '[::1%lo]',
  '[0000::1]',
  'localhost',
  'LOCALHOST.',
  'localhost.localdomain',
  'metadata.google.internal',
  'ip6-localhost',
  '255.255.255.255',
  '224.0.0.1',
];

/** A host that leads, one way or another, to an address nothing may connect to. */
export function hostileHost({ below, pick }: Dice): string {
  const address = pick(forbidden);
  const bytes = address.split('.').map(Number);
  const isIpv4 = bytes.length === 4;
  const written = () => (isIpv4 ? pick(spellings)(bytes) : `[${address}]`);
  return pick([
    written,
    written,
    () => pick(others),
    () => nameOf(address),
    () => `${nameOf(address)}.`,
    () => mixedNameOf(address, below(1e6)),
  ])();
}

export const hostileServer = (rolls: Dice): string => `https://${hostileHost(rolls)}:${port}`;

/** Preflight looks a name up several times, and each later use does again: one of them gets the other answer first. */
export function rebindingServer({ below, pick }: Dice): string {
  return `https://${rebindingName(pick(forbidden), 1 + below(8), below(1e6))}:${port}`;
}
