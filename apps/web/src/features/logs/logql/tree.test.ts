import { describe, expect, it } from 'vitest';
import { countedLines, findProblem, parseLogQl, queryKind, selectorsOf } from './tree.ts';

describe('problems', () => {
  it('has none to tell of a well-formed query', () => {
    expect(findProblem('{a="b"} |= "x" | json | y > 3')).toBeUndefined();
    expect(findProblem('sum by (level) (count_over_time({a="b"}[1m]))')).toBeUndefined();
  });

  it.each([
    ['{a="b', 3, 'not closed'],
    ["{a='b'}", 3, 'single quotes'],
    ['{a=b}', 3, 'value in quotes'],
    ['{a="b"} foo', 8, '“foo” is not expected'],
    ['{a="b"} |', 8, 'ends too early'],
    ['{a="b"', 5, '} is missing'],
    ['{a="b"} | x =', 12, 'value in quotes'],
    ['payment failed', 0, 'begins with a selector'],
    ['', 0, 'empty'],
  ])('%j: at %i, %s', (text, from, words) => {
    const problem = findProblem(text);
    expect(problem?.from).toBe(from);
    expect(problem?.message).toContain(words);
    expect(problem?.to).toBeLessThanOrEqual(text.length);
  });
});

it('tells lines from numbers', () => {
  expect(queryKind(parseLogQl('{a="b"}'))).toBe('lines');
  expect(queryKind(parseLogQl('rate({a="b"}[1m]) > 3'))).toBe('numbers');
  expect(queryKind(parseLogQl('{a='))).toBe('broken');
});

it('finds selectors and the lines that a query for numbers counts', () => {
  const text = 'sum(rate({a="b"} |= "x" | json [5m])) / sum(rate({c="d"}[5m]))';
  expect(selectorsOf(text)).toEqual(['{a="b"}', '{c="d"}']);
  expect(countedLines(text)).toBe('{a="b"} |= "x" | json');
  expect(countedLines('{a="b"}')).toBeUndefined();
});
