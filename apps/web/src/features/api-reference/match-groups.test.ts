import { expect, test } from 'vitest';
import { matchGroups } from './match-groups.ts';

const groups = [
  { tag: 'Projects', operations: [{ id: 'a', method: 'POST', path: '/projects', summary: 'Create a project' }] },
  { tag: 'Tokens', operations: [{ id: 'b', method: 'GET', path: '/tokens', summary: 'List your tokens' }] },
] as const;
const found = (search: string) =>
  matchGroups(groups, search).flatMap(({ operations }) => operations.map(({ id }) => id));

test.each([
  ['', ['a', 'b']],
  ['post project', ['a']],
  ['PROJECT create', ['a']],
  ['/tok', ['b']],
  ['post token', []],
])('"%s" finds %j', (search, ids) => {
  expect(found(search)).toEqual(ids);
});
