import { describe, expect, test } from 'vitest';
import { addressBlock, clientAddress, forwardedFor } from './client-address.ts';

describe('clientAddress', () => {
  test.each([
    ['203.0.113.7', 1, '203.0.113.7'],
    ['10.9.9.9, 203.0.113.7', 1, '203.0.113.7'],
    ['forged, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
    ['2001:db8::1', 1, '2001:db8::1'],
    ['::ffff:203.0.113.7', 1, '203.0.113.7'],
    ['203.0.113.7', 2, undefined],
    ['203.0.113.7', 0, undefined],
    ['not an address', 1, undefined],
    [null, 1, undefined],
  ])('of %s with %i trusted hops is %s', (header, hops, expected) => {
    expect(clientAddress(header, hops)).toBe(expected);
  });
});

describe('forwardedFor', () => {
  test.each([
    ['forged', 0, '10.0.0.2'],
    ['forged, 203.0.113.7', 1, '203.0.113.7, 10.0.0.2'],
    ['forged,203.0.113.7 , 10.0.0.1', 2, '203.0.113.7, 10.0.0.1, 10.0.0.2'],
    ['203.0.113.7', 2, '203.0.113.7, 10.0.0.2'],
    [undefined, 2, '10.0.0.2'],
  ])('of %s behind %i proxies is %s', (given, proxies, expected) => {
    expect(forwardedFor(given, '10.0.0.2', proxies)).toBe(expected);
  });
});

describe('addressBlock', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is %s', (address, expected) => {
    expect(addressBlock(address)).toBe(expected);
  });
});
