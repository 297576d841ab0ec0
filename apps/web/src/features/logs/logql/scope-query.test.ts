import { expect, it } from 'vitest';
import { scopeQuery } from './scope-query.ts';

it('narrows every selector, and nothing inside strings', () => {
  expect(scopeQuery('{a="{b}"} |= "{c}"', ['x'])).toBe('{cluster="x", a="{b}"} |= "{c}"');
  expect(scopeQuery('rate({a="b"}[1m]) / rate({c="d"}[1m])', ['x.1', 'y'])).toBe(
    'rate({cluster=~`x\\.1|y`, a="b"}[1m]) / rate({cluster=~`x\\.1|y`, c="d"}[1m])',
  );
});

it('leaves whole scopes and broken queries alone', () => {
  expect(scopeQuery('{a="b"}', [])).toBe('{a="b"}');
  expect(scopeQuery('{a="b', ['x'])).toBe('{a="b');
});
