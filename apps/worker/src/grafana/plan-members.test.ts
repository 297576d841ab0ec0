import { expect, test } from 'vitest';
import { fallbackEmail } from './names.ts';
import { planMembers } from './plan-members.ts';

const member = (userId: string, role: 'Editor' | 'Viewer' = 'Viewer') => ({
  userId,
  email: `${userId}@example.com`,
  name: userId,
  role,
  isAdmin: false,
});
const found = (login: string, given: { role?: string; name?: string; email?: string } = {}) => ({
  id: 1,
  login,
  email: `${login}@example.com`,
  name: login,
  role: 'Viewer',
  ...given,
});
const server = found('oriel', { role: 'Admin' });
const nobody = new Set<string>();

const kinds = (...args: Parameters<typeof planMembers>) =>
  planMembers(...args).changes.map((change) =>
    change.kind === 'add' ? `add ${change.member.userId}` : `${change.kind} ${change.found.login}`,
  );

test('who is in step is left alone, the server user above all', () => {
  expect(kinds([member('anna')], [server, found('anna')], nobody)).toEqual([]);
});

test('who must go goes first, then who has too much, then the rest', () => {
  const desired = [member('anna', 'Editor'), member('bert'), member('carl'), member('dora')];
  const observed = [
    server,
    found('mallory', { role: 'Admin' }),
    found('bert', { role: 'Admin' }),
    found('anna', { role: 'Editor', name: 'Former' }),
    found('carl'),
  ];
  expect(kinds(desired, observed, nobody)).toEqual(['remove mallory', 'set_role bert', 'add dora', 'update anna']);
});

test('an address that another account has is replaced, and given back when it is free', () => {
  const taken = new Set(['anna@example.com']);
  const withFallback = found('anna', { email: fallbackEmail('anna') });
  expect(kinds([member('anna')], [server, found('anna')], taken)).toEqual(['update anna']);
  expect(kinds([member('anna')], [server, withFallback], taken)).toEqual([]);
  expect(kinds([member('anna')], [server, withFallback], nobody)).toEqual(['update anna']);
});

test.each([
  ['is not a member', []],
  ['is less than Admin', [found('oriel', { role: 'Viewer' })]],
])('a server user that %s is noticed', (_, observed) => {
  expect(planMembers([], observed, nobody)).toEqual({ changes: [], serverUserIsAdmin: false });
});
