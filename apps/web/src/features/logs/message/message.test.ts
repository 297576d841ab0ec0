import { describe, expect, it } from 'vitest';
import { firstCursor, readPage } from '../data/line-pages.ts';
import { readQuery } from '../logql/read-query.ts';
import { FieldCounter, topValues } from './field-summary.ts';
import { cutMatches, matchPattern } from './match-terms.ts';
import { parseMessage } from './parse-message.ts';

describe('parsing a line', () => {
  it('reads JSON as the store names its fields', () => {
    expect(parseMessage('{"msg":"paid","http":{"status":200,"x-id":"a"},"tags":["b"],"none":null,"1st":true}')).toEqual(
      {
        format: 'json',
        message: 'paid',
        messageField: 'msg',
        fields: [
          { name: 'http_status', value: '200' },
          { name: 'http_x_id', value: 'a' },
          { name: 'tags', value: '["b"]' },
          { name: '_1st', value: 'true' },
        ],
      },
    );
  });

  it('reads logfmt', () => {
    expect(parseMessage('level=warn msg="slow \\"query\\"" took=2.1s empty= path=/a?b=c')).toEqual({
      format: 'logfmt',
      message: 'slow "query"',
      messageField: 'msg',
      fields: [
        { name: 'level', value: 'warn' },
        { name: 'took', value: '2.1s' },
        { name: 'empty', value: '' },
        { name: 'path', value: '/a?b=c' },
      ],
    });
  });

  it.each([
    'payment of order=7 failed',
    'key=value',
    '{"broken": ',
    '[1,2]',
    'Error: x\n  at a=b c=d',
    'a="open b=c',
    '',
  ])('leaves %j as text', (text) => {
    expect(parseMessage(text)).toEqual({ format: 'text', message: text, messageField: undefined, fields: [] });
  });

  it('has no message where a line is only fields', () => {
    expect(parseMessage('{"a":1}').message).toBe('');
  });
});

describe('marking matches', () => {
  const patternOf = (text: string) => {
    const read = readQuery(text);
    return matchPattern('query' in read ? read.query : undefined);
  };

  it('marks what line filters look for, and not what they exclude', () => {
    const pattern = patternOf('{a="b"} |= "pay." or "card" |~ "(?i)declin\\\\w+" != "x"');
    expect(cutMatches('pay. x Declined payx', pattern)).toEqual([
      { text: 'pay.', match: true },
      { text: ' x ', match: false },
      { text: 'Declined', match: true },
      { text: ' payx', match: false },
    ]);
  });

  it('marks nothing without a filter, and survives patterns of the store alone', () => {
    expect(patternOf('{a="b"}')).toBeUndefined();
    expect(patternOf('{a="b"} |~ "(?P<x>a)"')).toBeUndefined();
    expect(cutMatches('abc', /x*/g)).toEqual([{ text: 'abc', match: false }]);
  });
});

describe('counting fields', () => {
  const lines = readPage(
    [
      {
        stream: { pod: 'p', level: 'info', node: 'n1' },
        values: [['3', '{"msg":"a","psp":"adyen","ms":4,"level":"info"}']],
      },
      { stream: { pod: 'p', level: 'info', node: 'n1' }, values: [['2', 'psp=stripe ms=7']] },
      { stream: { pod: 'p', level: 'info', node: 'n1' }, values: [['1', '{"psp":"adyen"}']] },
    ],
    firstCursor('9'),
  ).lines;

  it('counts values, knows numbers and the parser a filter needs', () => {
    const counter = new FieldCounter();
    for (const line of lines) counter.add(line);
    expect(counter.counted).toBe(3);
    expect(counter.formats()).toEqual(['json', 'logfmt']);
    const fields = counter.fields();
    expect(fields.map(({ name, numeric, parser }) => ({ name, numeric, parser }))).toEqual([
      { name: 'ms', numeric: true, parser: 'json' },
      { name: 'node', numeric: false, parser: undefined },
      { name: 'psp', numeric: false, parser: 'json' },
    ]);
    expect(topValues(fields[2]?.counts ?? new Map(), 5)).toEqual([
      { value: 'adyen', count: 2 },
      { value: 'stripe', count: 1 },
    ]);
  });
});
