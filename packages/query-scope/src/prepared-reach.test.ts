import type { ReachPart } from '@oriel/domain/reach';
import { describe, expect, test } from 'vitest';
import { type Matcher, printSelector } from './matcher.ts';
import { implies, matchersToAdd, type Parts, prepareReach } from './prepared-reach.ts';

const cluster = (value: string, op: Matcher['op'] = '='): Matcher => ({ name: 'cluster', op, value });
const namespace = (value: string, op: Matcher['op'] = '='): Matcher => ({ name: 'namespace', op, value });

function added(reach: readonly ReachPart[], own: readonly Matcher[]): string {
  return printSelector(matchersToAdd(prepareReach(reach) as Parts, own));
}

test('nothing, or only nameless things, is refused as if it did not exist', () => {
  for (const reach of [[], [{ clusters: [], namespaces: 'all' }], [{ clusters: [''], namespaces: 'all' }]] as const) {
    expect(() => prepareReach(reach)).toThrow(expect.objectContaining({ code: 'not_found' }));
  }
  expect(prepareReach([{ clusters: 'all', namespaces: 'all' }])).toBe('all');
});

test('a rectangle is added whatever the selector says', () => {
  expect(added([{ clusters: ['b', 'a'], namespaces: 'all' }], [cluster('z')])).toBe('{cluster=~"a|b"}');
  expect(added([{ clusters: 'all', namespaces: ['x'] }], [])).toBe('{namespace="x"}');
});

describe('parts that differ from cluster to cluster', () => {
  const reach: ReachPart[] = [
    { clusters: ['a'], namespaces: ['x', 'y'] },
    { clusters: ['b', 'c'], namespaces: ['z'] },
  ];
  test.each([
    [[cluster('a')], '{cluster="a",namespace=~"x|y"}'],
    [[cluster('b|c', '=~')], '{cluster=~"b|c",namespace="z"}'],
    [[cluster('a|elsewhere', '=~')], '{cluster="a",namespace=~"x|y"}'],
    [[cluster('elsewhere')], '{cluster=~"a|b|c"}'],
    [[namespace('z')], '{cluster=~"b|c",namespace="z"}'],
  ])('%j', (own, expected) => {
    expect(added(reach, own)).toBe(expected);
  });
  test.each([
    [[]],
    [[cluster('a|b', '=~')]],
    [[cluster('a.*', '=~')]],
    [[cluster('a', '!=')]],
    [[namespace('x|z', '=~')]],
  ])('%j is refused with what to add', (own) => {
    expect(() => added(reach, own)).toThrow(/Add one cluster to each selector, for example cluster="a"/);
  });
});

test('a part for every cluster beside a whole cluster', () => {
  const reach: ReachPart[] = [
    { clusters: 'all', namespaces: ['x'] },
    { clusters: ['a'], namespaces: 'all' },
  ];
  expect(added(reach, [cluster('a')])).toBe('{cluster="a"}');
  expect(added(reach, [cluster('b')])).toBe('{cluster="b",namespace="x"}');
  expect(added(reach, [namespace('x')])).toBe('{namespace="x"}');
  expect(added(reach, [namespace('y')])).toBe('{cluster="a",namespace="y"}');
  expect(() => added(reach, [])).toThrow(/Add one cluster/);
});

test('a selector implies the reach by what it pins alone', () => {
  const reach = prepareReach([
    { clusters: ['a'], namespaces: ['x', 'y'] },
    { clusters: ['b'], namespaces: 'all' },
  ]);
  expect(implies(reach, [cluster('a'), namespace('x')])).toBe(true);
  expect(implies(reach, [cluster('b')])).toBe(true);
  expect(implies(reach, [cluster('a|b', '=~'), namespace('x|y', '=~')])).toBe(true);
  expect(implies(reach, [cluster('a')])).toBe(false);
  expect(implies(reach, [cluster('a|b', '=~'), namespace('z')])).toBe(false);
  expect(implies(reach, [cluster('b|', '=~')])).toBe(false);
  expect(implies(reach, [namespace('x')])).toBe(false);
  expect(implies(reach, [])).toBe(false);
});
