import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { guardedLookup, refusalOfAddress } from './address-policy.ts';

const strict = { allowLoopback: false };

test.each([
  '10.0.0.1',
  '192.168.1.2',
  '172.16.0.1',
  '8.8.8.8',
  '2001:db8::1',
  'fd12::1',
  '::ffff:10.0.0.1',
  '64:ff9b::0808:0808',
])('%s is fine', (address) => {
  expect(refusalOfAddress(address, strict)).toBeUndefined();
});

test.each([
  '169.254.169.254',
  '169.254.0.1',
  'fe80::1',
  'fe80::1%eth0',
  '[fe80::1]',
  'febf::1',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '::169.254.169.254',
  '64:ff9b::169.254.169.254',
  '2002:a9fe:a9fe::1',
  'fd00:ec2::254',
  '100.100.100.200',
  '0.0.0.0',
  '0.1.2.3',
  '::',
  '224.0.0.1',
  '255.255.255.255',
  'ff02::1',
  'fec0::1',
  '::ffff:0:169.254.169.254',
  '64:ff9b:1::169.254.169.254',
  '2001:0:1::5601:5601',
  'fd20:ce::254',
  '168.63.129.16',
  '192.0.0.192',
  'not-an-address',
])('%s is never called', (address) => {
  expect(refusalOfAddress(address, strict)).toBeDefined();
  expect(refusalOfAddress(address, { allowLoopback: true })).toBeDefined();
});

test.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1'])(
  '%s needs to be allowed',
  (address) => {
    expect(refusalOfAddress(address, strict)).toContain('this machine itself');
    expect(refusalOfAddress(address, { allowLoopback: true })).toBeUndefined();
  },
);

test('a name is refused by what it resolves to', async () => {
  const lookup = promisify(guardedLookup(strict)) as (name: string, options: object) => Promise<unknown>;
  await expect(lookup('localhost', { all: true })).rejects.toThrow('this machine itself');
  const open = promisify(guardedLookup({ allowLoopback: true })) as (name: string, options: object) => Promise<unknown>;
  await expect(open('localhost', { all: true })).resolves.toBeDefined();
});
