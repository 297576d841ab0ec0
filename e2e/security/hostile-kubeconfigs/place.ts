/** The one address in the trial's network that a cluster may have, and a port where everything listens. */
export const goodAddress = '10.99.0.1';
export const port = 6443;
/** A certificate for it covers every name below. */
export const zone = 'trial.test';

/** Addresses that answer there as well, and that nothing may ever connect to. */
export const forbidden: readonly string[] = [
  '127.0.0.1',
  '127.8.9.1',
  '169.254.169.254',
  '169.254.170.2',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '::1',
  'fe80::1',
  'fd00:ec2::254',
];

/** A name that the trial's DNS server answers with one address. */
export const nameOf = (address: string): string => `at-${encode(address)}.${zone}`;
/** The same, with the permitted address beside it. */
export const mixedNameOf = (address: string, salt: number): string => `mixed-${encode(address)}-${salt}.${zone}`;
/** A name that has the permitted address for so many look-ups, and then the other one. */
export const rebindingName = (address: string, lookups: number, salt: number): string =>
  `rebind-${encode(address)}-${salt}-${lookups}.${zone}`;

const encode = (address: string) => Buffer.from(address).toString('hex');

interface Asked {
  /** How often the name was looked up before. */
  readonly before: number;
}

/** The addresses behind a name; undefined where there is no such name. */
export function addressesOf(name: string, { before }: Asked): string[] | undefined {
  const [, kind, hex = '', lookups = '0'] = /^(at|mixed|rebind)-([0-9a-f]+)(?:-\d+)?(?:-(\d+))?\./.exec(name) ?? [];
  const address = Buffer.from(hex, 'hex').toString();
  if (kind === 'at') return [address];
  if (kind === 'mixed') return [goodAddress, address];
  if (kind === 'rebind') return [before < Number(lookups) ? goodAddress : address];
  return name === `good.${zone}` ? [goodAddress] : undefined;
}
