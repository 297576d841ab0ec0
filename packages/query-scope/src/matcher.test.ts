import { expect, test } from 'vitest';
import { type Matcher, matchAny, printSelector, valuesOf } from './matcher.ts';

test('one value is an equality, several are escaped alternatives in a steady order', () => {
  expect(printSelector([matchAny('cluster', ['b']), matchAny('namespace', ['y.z', 'x|(', 'x|('])])).toBe(
    String.raw`{cluster="b",namespace=~"x\\|\\(|y\\.z"}`,
  );
  expect(() => matchAny('cluster', [])).toThrow();
});

test('a name that is no plain one is quoted', () => {
  expect(printSelector([{ name: 'a.b', op: '!~', value: '"' }])).toBe('{"a.b"!~"\\""}');
});

test.each<[Matcher['op'], string, readonly string[] | undefined]>([
  ['=', 'a|b', ['a|b']],
  ['=~', 'a|b', ['a', 'b']],
  ['=~', '(a|b)', ['a', 'b']],
  ['=~', '(?:a)', ['a']],
  ['=~', String.raw`a\.b|c\|d|\\|e`, ['a.b', 'c|d', '\\', 'e']],
  ['=~', '', ['']],
  ['=~', 'a|', ['a', '']],
  ['=~', 'a.*', undefined],
  ['=~', '(a)|(b)', undefined],
  ['=~', '(?i)a', undefined],
  ['=~', String.raw`\d`, undefined],
  ['=~', '[a]', undefined],
  ['=~', '^a$', undefined],
  ['!=', 'a', undefined],
  ['!~', 'a|b', undefined],
])('cluster%s%j pins %j', (op, value, expected) => {
  expect(valuesOf([{ name: 'cluster', op, value }], 'cluster')).toEqual(expected && new Set(expected));
});

test('several matchers of one label pin what they share', () => {
  const matchers: Matcher[] = [
    { name: 'cluster', op: '=~', value: 'a|b' },
    { name: 'cluster', op: '=~', value: '.*' },
    { name: 'cluster', op: '=~', value: 'b|c' },
  ];
  expect(valuesOf(matchers, 'cluster')).toEqual(new Set(['b']));
  expect(valuesOf(matchers, 'namespace')).toBeUndefined();
});

test('every value that is matched by matchAny is read back', () => {
  const values = ['a', 'a.b', 'x|y', '(', '\\', 'é', 'n\n', '(?:q)', '(z)'];
  expect(valuesOf([matchAny('cluster', values)], 'cluster')).toEqual(new Set(values));
  for (const value of values)
    expect(valuesOf([matchAny('cluster', [value, 'o'])], 'cluster')).toEqual(new Set([value, 'o']));
});
