import { expect, it } from 'vitest';
import { shownFor, wishOf } from './first-settings.ts';

const policy = (level: 'platform' | 'built-in', value: boolean, mode: 'default' | 'enforced' = 'default') => ({
  value,
  origin: { level, mode },
});

it.each([
  ['nobody said anything', undefined, policy('built-in', false), true, true],
  ['nothing is known of policies', undefined, undefined, true, true],
  ['the person takes it away', false, policy('built-in', false), false, false],
  ['a policy says on', undefined, policy('platform', true), true, undefined],
  ['a policy says off', undefined, policy('platform', false), false, undefined],
  ['the person deviates', false, policy('platform', true), false, false],
  ['the person comes back to the policy', true, policy('platform', true), true, undefined],
  ['a policy enforces', true, policy('platform', false, 'enforced'), false, undefined],
])('%s', (_, chosen, given, shown, wish) => {
  expect(shownFor(chosen, given)).toBe(shown);
  expect(wishOf(chosen, given)).toBe(wish);
});
