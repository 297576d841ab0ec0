import { OrielError } from '@oriel/domain/errors';
import type { ReachPart } from '@oriel/domain/reach';
import { describe, expect, test } from 'vitest';
import { narrowLogql } from './logql.ts';

const reach: ReachPart[] = [{ clusters: ['a'], namespaces: ['x', 'y'] }];
const our = 'cluster="a",namespace=~"x|y"';

test('all of it is passed on unread', () => {
  expect(narrowLogql('what ever {', 'all')).toBe('what ever {');
});

describe('every stream selector is narrowed, and no stage', () => {
  test.each([
    ['{app="api"}', '{app="api",∀}'],
    ['{ app = "api" , cluster!="a" } # {}', '{app="api",cluster!="a",∀}'],
    ['{app=~`\\w+`} |= `{cluster="b"}` or "}" != "#"', '{app=~"\\\\w+",∀} |= "{cluster=\\"b\\"}" or "}" != "#"'],
    ['{a="b"} | json | cluster="b" | drop cluster', '{a="b",∀} | json | cluster = "b" | drop cluster'],
    ['{a="b"} | json c="d.e", f | keep f, g="h"', '{a="b",∀} | json c = "d.e", f | keep f, g = "h"'],
    ['{a="b"} | logfmt --strict --keep-empty', '{a="b",∀} | logfmt --strict --keep-empty'],
    [
      '{a="b"} | line_format "{{.x}}" | label_format c=d,e="{{.f}}"',
      '{a="b",∀} | line_format "{{.x}}" | label_format c = d, e = "{{.f}}"',
    ],
    [
      '{a="b"} |> "<_> x" !> "y" | decolorize | unpack | pattern "<_>" | regexp "(?P<z>.)"',
      '{a="b",∀} |> "<_> x" !> "y" | decolorize | unpack | pattern "<_>" | regexp "(?P<z>.)"',
    ],
    ['{a="b"} | d > 5m and s<=10KB or n!=3', '{a="b",∀} | d > 5m and s <= 10KB or n != 3'],
    ['{a="b"} |= ip("10.0.0.0/8") | c = ip("::1")', '{a="b",∀} |= ip ("10.0.0.0/8") | c = ip ("::1")'],
    [
      'sum by (c) (rate({a="b"} | json [5m] offset 1h)) / on(d) group_left count_over_time({e="f"}[1h30m])',
      'sum by (c) (rate ({a="b",∀} | json [5m] offset 1h)) / on (d) group_left count_over_time ({e="f",∀} [1h30m])',
    ],
    [
      'quantile_over_time(0.9, {a="b"} | unwrap duration(c) [5m]) by (d)',
      'quantile_over_time (0.9, {a="b",∀} | unwrap duration (c) [5m]) by (d)',
    ],
    [
      'label_replace(rate({a="b"}[5m]), "c", "$1", "d", "(.*)") or vector(0)',
      'label_replace (rate ({a="b",∀} [5m]), "c", "$1", "d", "(.*)") or vector (0)',
    ],
    ['topk(5, rate(({a="b"} |= "c")[5m])) > bool 1', 'topk (5, rate (({a="b",∀} |= "c") [5m])) > bool 1'],
  ])('%s', (query, narrowed) => {
    expect(narrowLogql(query, reach)).toBe(narrowed.replaceAll('∀', our));
  });
});

describe('what is not certain is refused with a sentence', () => {
  test.each([
    [
      'what lezer would repair',
      ['', '{', '{}', '{a="b"', '{a="b"}}', '{a="b",}', '{a=b}', 'rate({a="b"})', '{a="b"} |', '{a="b"} {c="d"}'],
    ],
    ['a selector that others read too', ['variants(rate({a="b"}[1m])) of ({a="b"}[1m])']],
    ['what this Loki does not have', ['approx_count_distinct(a)({a="b"}[1m])', 'foo({a="b"}[1m])', '{a="b" or c="d"}']],
    ['strings that are no text', ['{a="\\xff"}', "{a='b'}", '{a="\\q"}', '{a="b"} |= "\ud800"', '{a="b\n"}']],
    [
      'names, blanks and controls of other alphabets',
      ['{é="b"}', '{a="b"}\u00a0', '\ufeff{a="b"}', '{a="b"}\0', '{a\u2028="b"}', '{"a"="b"}'],
    ],
    ['Go comments', ['{a="b"} // |= "c"', '{a="b" /* } */ }']],
  ])('%s', (_, queries) => {
    for (const query of queries) expect(() => narrowLogql(query, reach), query).toThrow(OrielError);
  });
});
