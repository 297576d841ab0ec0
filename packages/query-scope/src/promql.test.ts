import { OrielError } from '@oriel/domain/errors';
import type { ReachPart } from '@oriel/domain/reach';
import { describe, expect, test } from 'vitest';
import { narrowPromql } from './promql.ts';

const reach: ReachPart[] = [{ clusters: ['a'], namespaces: ['x', 'y'] }];
const our = 'cluster="a",namespace=~"x|y"';
/** ∀ stands for the matchers of the reach. */
const expected = (text: string) => text.replaceAll('∀', our);

test('all of it is passed on unread', () => {
  expect(narrowPromql('what ever {', 'all')).toBe('what ever {');
});

describe('every selector is narrowed, wherever it stands', () => {
  test.each([
    ['up', '{__name__="up",∀}'],
    ['{job="k"}', '{job="k",∀}'],
    ['up{}', '{__name__="up",∀}'],
    ['{"metric.name", "label.name"="v", job!~`\\d`,}', '{__name__="metric.name","label.name"="v",job!~"\\\\d",∀}'],
    ['up{cluster="b"}', '{__name__="up",cluster="b",∀}'],
    ['up{cluster=~".*",cluster="b",cluster!="a"}', '{__name__="up",cluster=~".*",cluster="b",cluster!="a",∀}'],
    ['{"cluster"="b"}', '{cluster="b",∀}'],
    ['up{x="}",y=\'{\',z="\\"#"}', '{__name__="up",x="}",y="{",z="\\"#",∀}'],
    [
      'rate(up[5m]) / on(x) group_left (y) sum by (z) (b)',
      'rate ({__name__="up",∀} [5m]) / on (x) group_left (y) sum by (z) ({__name__="b",∀})',
    ],
    ['up offset -5m @ start()', '{__name__="up",∀} offset - 5m @ start ()'],
    [
      'max_over_time(rate(up[5m])[1h:1m] @ 1700000000)',
      'max_over_time (rate ({__name__="up",∀} [5m]) [1h:1m] @ 1700000000)',
    ],
    ['a and on() b unless -c', '{__name__="a",∀} and on () {__name__="b",∀} unless - {__name__="c",∀}'],
    ['topk(scalar(a), b)', 'topk (scalar ({__name__="a",∀}), {__name__="b",∀})'],
    ['label_replace(a, "x", "$1", "y", "(.*)")', 'label_replace ({__name__="a",∀}, "x", "$1", "y", "(.*)")'],
    ['absent(a) or vector(time())', 'absent ({__name__="a",∀}) or vector (time ())'],
    ['SUM(a) BY (on, "b.c")', 'sum ({__name__="a",∀}) by (on, "b.c")'],
    ['sum + rate', '{__name__="sum",∀} + {__name__="rate",∀}'],
    ['a # + b {\n + c', '{__name__="a",∀} + {__name__="c",∀}'],
    ['a * on() group_left #\n (b) c', '{__name__="a",∀} * on () group_left (b) {__name__="c",∀}'],
    ['1 + Inf', '1 + Inf'],
    ['"text"', '"text"'],
  ])('%s', (query, narrowed) => {
    expect(narrowPromql(query, reach)).toBe(expected(narrowed));
  });
});

test('a missing list is written out, or the next brackets would be it', () => {
  expect(narrowPromql('a * on(x) group_left -b', reach)).toBe(
    expected('{__name__="a",∀} * on (x) group_left () - {__name__="b",∀}'),
  );
});

describe('what is not certain is refused with a sentence', () => {
  test.each([
    [
      'what lezer would repair',
      ['up{', 'up}', 'up{a="b"', 'sum(up', 'up up', 'up{a="b" c="d"}', '', '# up', 'up[5m', '{a=b}'],
    ],
    ['a selector that is not written', ['info(up)', 'info(up, {cluster="b"})', 'INFO(up)']],
    [
      'unknown functions and keywords',
      ['foo(up)', 'RATE(up[5m])', 'up smoothed', 'up anchored', 'a + fill(0) b', 'a </ b', 'min_of(1,2)'],
    ],
    ['matchers joined by or', ['{a="b" or c="d"}', '{a="b" and c="d"}']],
    [
      'the parts of the store',
      [
        '__embedded_queries__{__queries__="x"}',
        '{__queries__="x"}',
        '{__name__!="__embedded_queries__"}',
        '{"__query_shard__"="1_of_2"}',
        '{""="x"}',
      ],
    ],
    ['strings that are no text', ['{a="\\xff"}', '{a="\\ud800"}', '{a="\ud800"}', '{a="b\n"}', "{a='\\\"'}"]],
    [
      'blanks and controls of other alphabets',
      ['up\u00a0', 'up\u2028+ b', '\ufeffup', 'up\0', 'up\v+ b', 'up # a\r + b'],
    ],
    ['a list that one reads as labels, another as an expression', ['a * on(x) group_left (b)', 'sum by (a) by (b)']],
    ['other numbers', ['1_000', 'up @ 0x', 'up[5]]']],
  ])('%s', (_, queries) => {
    for (const query of queries) expect(() => narrowPromql(query, reach), query).toThrow(OrielError);
  });
});

test('depth and length end in a sentence, soon', () => {
  const startedAt = performance.now();
  for (const query of [
    `${'('.repeat(60_000)}up${')'.repeat(60_000)}`,
    'up+'.repeat(40_000),
    `${'-'.repeat(100_000)}up`,
    `sum by (${'a,'.repeat(60_000)}b) (up)`,
    `up{${'a="b",'.repeat(21_000)}}`,
    '{'.repeat(130_000),
    'u'.repeat(1_000_000),
    `${'up{a="b"} + '.repeat(900)} up`,
  ]) {
    expect(() => narrowPromql(query, [{ clusters: ['a'], namespaces: manyNames }]), query.slice(0, 20)).toThrow(
      OrielError,
    );
  }
  expect(performance.now() - startedAt).toBeLessThan(5000);
});

const manyNames = Array.from({ length: 2000 }, (_, index) => `team-${index}`);

test('a sentence says where', () => {
  expect(() => narrowPromql('sum(up) + info(up)', reach)).toThrow(/at character 11, "info"/);
});
