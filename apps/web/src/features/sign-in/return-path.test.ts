import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

test.each([
  ['/p/shop/logs?from=now-1h', '/p/shop/logs?from=now-1h'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?from=/fleet', '/'],
  [undefined, '/'],
])('returns from %s to %s', (from, expected) => {
  expect(returnPath(from)).toBe(expected);
});
