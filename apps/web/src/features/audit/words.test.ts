import { expect, it } from 'vitest';
import { credentialWords, targetWords } from './words.ts';

it.each([
  [{ targetName: 'demo', before: { name: 'old' } }, 'cluster demo'],
  [{ targetName: null, before: { name: 'gone' }, after: { abandon: false } }, 'cluster gone'],
  [{ targetName: null, after: { email: 'a@example.com' } }, 'cluster a@example.com'],
  [{ targetName: null, before: null, after: 'text' }, 'cluster'],
])('a target is named as it can be: %j', (entry, words) => {
  expect(targetWords({ targetType: 'cluster', ...entry })).toBe(words);
});

it('a credential is told in a few words', () => {
  expect(credentialWords({ kind: 'token', id: '1', name: 'ci' })).toBe('token ci');
  expect(credentialWords({ kind: 'session' })).toBe('a session');
  expect(credentialWords(null)).toBe('not told');
});
