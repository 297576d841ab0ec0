import { expect, test } from 'vitest';
import { refusalWords } from './refusal-words.ts';
import { refusals } from './refusals.ts';
import { signInWords } from './sign-in-words.ts';

test.each(refusals)('%s is a sentence or two, with and without the provider’s name', (refusal) => {
  for (const provider of [undefined, { name: 'Corp', groupsClaim: 'roles' }]) {
    expect(refusalWords(refusal, provider)).toMatch(/^[A-Z].*\.$/);
  }
});

test('a missing claim is named as the provider is set up', () => {
  expect(refusalWords('NoGroups', { name: 'Corp', groupsClaim: 'roles' })).toContain('Corp did not tell your groups');
  expect(refusalWords('NoGroups', { name: 'Corp', groupsClaim: 'roles' })).toContain('claim “roles”');
});

test('a disabled person reads what a wrong password reads', () => {
  expect(refusalWords('CredentialsSignin')).toBe(signInWords({ kind: 'refused' }));
});
