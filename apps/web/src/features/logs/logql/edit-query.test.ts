import { describe, expect, it } from 'vitest';
import { describeChips } from './describe-chip.ts';
import { addField, addMatcher, addStage, conditionOf, removePart, toggleLabel } from './edit-query.ts';
import { hiddenLevels, hideLevel, showLevel } from './levels.ts';
import { ALL_LINES, type LogQuery } from './query-model.ts';
import { readQuery } from './read-query.ts';
import { writeQuery } from './write-query.ts';

function read(text: string): LogQuery {
  const result = readQuery(text);
  if ('notShown' in result) throw new Error(result.notShown);
  return result.query;
}

it('puts chips into words', () => {
  const words = describeChips(
    read(
      '{cluster=~"prod-.+", container=~"api|web", level!="debug", pod!~"a|b"} |= "x" or "y" | json | ms > 3 | drop z',
    ),
  );
  expect(words.map(({ key, word, value }) => `${key} ${word} ${value}`.trim())).toEqual([
    'cluster matches prod-.+',
    'container in api, web',
    'level is not debug',
    'pod not in a, b',
    'line contains x or y',
    'parse as json',
    'ms > 3',
    '| drop z',
  ]);
});

describe('adding', () => {
  it('takes the place of "every line"', () => {
    expect(writeQuery(addMatcher(ALL_LINES, { label: 'pod', operator: '=', value: 'a' }))).toBe('{pod="a"}');
  });

  it('keeps a selector that the store accepts', () => {
    const edited = addMatcher(ALL_LINES, { label: 'level', ...conditionOf(['debug'], true) });
    expect(writeQuery(edited)).toBe('{cluster=~".+", level!="debug"}');
    expect(writeQuery(addMatcher(ALL_LINES, { label: 'pod', operator: '=~', value: '.*' }))).toContain('cluster');
  });

  it('puts line filters before parsers', () => {
    const edited = addStage(read('{a="b"} |= "x" | json'), { kind: 'line', operator: '!=', values: ['y'] });
    expect(writeQuery(edited)).toBe('{a="b"} |= "x" != "y" | json');
  });

  it('adds the parser that a field needs once', () => {
    const once = addField(read('{a="b"}'), 'psp', conditionOf(['adyen']), 'json');
    const twice = addField(once, 'status', conditionOf(['200'], true), 'json');
    expect(writeQuery(twice)).toBe('{a="b"} | json | psp = "adyen" | status != "200"');
  });
});

describe('+ and − on a label', () => {
  const press = (text: string, value: string, negated: boolean) =>
    writeQuery(toggleLabel(read(text), 'pod', value, negated));

  it.each([
    ['{a="b"}', 'x', false, '{a="b", pod="x"}'],
    ['{a="b", pod="x"}', 'y', false, '{a="b", pod=~"x|y"}'],
    ['{a="b", pod="x"}', 'x', false, '{a="b", pod="x"}'],
    ['{a="b", pod!="x"}', 'y', true, '{a="b", pod!~"x|y"}'],
    ['{a="b", pod=~"x|y"}', 'y', true, '{a="b", pod="x", pod!="y"}'],
    ['{pod="x"}', 'x', true, '{cluster=~".+", pod!="x"}'],
    ['{pod=~"x.+"}', 'y.1', false, '{pod=~"x.+", pod="y.1"}'],
  ])('%s with %s', (before, value, negated, after) => expect(press(before, value, negated)).toBe(after));

  it('takes values literally', () => {
    expect(press('{pod="a.b"}', 'c|d', false)).toBe('{pod=~`a\\.b|c\\|d`}');
  });
});

it('removes a chip and never leaves an empty selector', () => {
  const query = read('{pod="x"} |= "y"');
  expect(writeQuery(removePart(query, { in: 'stages', index: 0 }))).toBe('{pod="x"}');
  expect(writeQuery(removePart(query, { in: 'matchers', index: 0 }))).toBe('{cluster=~".+"} |= "y"');
});

describe('the legend', () => {
  it('hides a level in every spelling, and shows it again', () => {
    const hidden = hideLevel(read('{pod="x"}'), ['warn', 'warning']);
    expect(writeQuery(hidden)).toBe('{pod="x", level!~"warn|warning"}');
    expect([...hiddenLevels(hidden)]).toEqual(['warn']);
    expect(writeQuery(showLevel(hidden, 'warn'))).toBe('{pod="x"}');
  });

  it('hides lines without a level', () => {
    const hidden = hideLevel(hideLevel(read('{pod="x"}'), ['']), ['debug']);
    expect(writeQuery(hidden)).toBe('{pod="x", level!="", level!="debug"}');
    expect([...hiddenLevels(hidden)]).toEqual(['unknown', 'debug']);
    expect(writeQuery(showLevel(hidden, 'unknown'))).toBe('{pod="x", level!="debug"}');
  });

  it('leaves other level conditions alone', () => {
    expect(writeQuery(hideLevel(read('{level=~"warn|error", level!~"e.*"}'), ['warn']))).toBe(
      '{level=~"warn|error", level!~"e.*", level!="warn"}',
    );
  });
});
