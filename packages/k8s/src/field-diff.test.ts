import { expect, test } from 'vitest';
import { differences } from './field-diff.ts';

const paths = (desired: unknown, observed: unknown) => differences(desired, observed).map(({ path }) => path);

test('fields that only the cluster has are nobody’s business', () => {
  expect(paths({ a: 1, b: { c: 'x' } }, { a: 1, b: { c: 'x', d: 'added' }, status: {} })).toEqual([]);
});

test('a changed and a missing field are named by their path', () => {
  expect(paths({ spec: { a: 1, b: { c: 2 } } }, { spec: { a: 2, b: {} } })).toEqual(['.spec.a', '.spec.b.c']);
});

test('lists that Kubernetes merges by key may have more entries, in any order', () => {
  const containers = [{ name: 'a', image: 'x', env: [{ name: 'E', value: '1' }] }];
  const sidecar = { name: 'mesh', image: 'm' };
  expect(paths({ containers }, { containers: [sidecar, ...containers] })).toEqual([]);
  expect(paths({ containers }, { containers: [sidecar, { ...containers[0], image: 'y' }] })).toEqual([
    '.containers[name=a].image',
  ]);
  expect(paths({ containers }, { containers: [sidecar] })).toEqual(['.containers[name=a]']);
});

test('every other list is one value: an entry more is a difference', () => {
  expect(paths({ subjects: [{ name: 'a' }] }, { subjects: [{ name: 'a' }, { name: 'intruder' }] })).toEqual([
    '.subjects',
  ]);
  expect(paths({ args: ['a', 'b'] }, { args: ['b', 'a'] })).toEqual(['.args[0]', '.args[1]']);
  expect(paths({ ports: [{ protocol: 'TCP', port: 1 }] }, { ports: [{ protocol: 'TCP', port: 2 }] })).toEqual([
    '.ports[0].port',
  ]);
});

test('empty and absent are the same, but not empty and something', () => {
  expect(paths({ emptyDir: {}, list: [] }, {})).toEqual([]);
  expect(paths({ ingress: [] }, { ingress: [{}] })).toEqual(['.ingress']);
});
