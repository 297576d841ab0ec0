import { describe, expect, it } from 'vitest';
import type { LogQuery } from './query-model.ts';
import { readQuery } from './read-query.ts';
import { writeQuery } from './write-query.ts';

function read(text: string): LogQuery {
  const result = readQuery(text);
  if ('notShown' in result) throw new Error(`not shown: ${result.notShown}`);
  return result.query;
}

describe('reading LogQL', () => {
  it('reads every kind of chip', () => {
    expect(
      read('{cluster=~"prod-.+", namespace="checkout"} |= "pay" != `x"y` | json | level != "debug" | took > 1.5s'),
    ).toEqual({
      matchers: [
        { label: 'cluster', operator: '=~', value: 'prod-.+' },
        { label: 'namespace', operator: '=', value: 'checkout' },
      ],
      stages: [
        { kind: 'line', operator: '|=', values: ['pay'] },
        { kind: 'line', operator: '!=', values: ['x"y'] },
        { kind: 'parser', name: 'json' },
        { kind: 'field', field: 'level', operator: '!=', value: 'debug' },
        { kind: 'compare', field: 'took', operator: '>', literal: '1.5s' },
      ],
    });
  });

  it('keeps what chips cannot hold word for word', () => {
    const text =
      '{a="b"} |= ip("10.0.0.0/8") | json status="s" | (x="1" or y="2") | line_format "{{.a}}" | logfmt --strict';
    expect(read(text).stages.map((stage) => stage.kind)).toEqual(['raw', 'raw', 'raw', 'raw', 'raw']);
    expect(writeQuery(read(text))).toBe(text);
  });

  it('reads alternatives of a line filter as one chip', () => {
    expect(read('{a="b"} |= "x" or `y` or "z"').stages).toEqual([
      { kind: 'line', operator: '|=', values: ['x', 'y', 'z'] },
    ]);
  });

  it.each([
    ['', 'empty'],
    ['{a="b', 'broken'],
    ['{a="b"} |', 'broken'],
    ['sum(rate({a="b"}[1m]))', 'numbers'],
    ['{a="b"} # why', 'comment'],
  ])('leaves %j to the editor: %s', (text, reason) => {
    expect(readQuery(text)).toEqual({ notShown: reason });
  });
});

describe('round trips', () => {
  it.each([
    '{cluster=~"prod-.+"}',
    '{cluster="a", namespace!="b", pod!~"c|d"} |= "payment" | json | level != "debug"',
    '{a="b"} |~ `\\d+ "quoted"` or "x" !~ "y"',
    '{a="b"} | logfmt | status >= 500 | size < 3KB | name == -1',
    '{a="b"} | json | line_format "{{.x}} | y" | drop z, w="v" | decolorize',
    '{a="tab\\there"} |= "line\\nbreak"',
  ])('%s', (text) => {
    expect(writeQuery(read(text))).toBe(text);
  });

  it('gives the same model for any spelling', () => {
    const spelled = '{ a = `b` ,c=~"d" }|="x"|json|e="f"';
    expect(read(writeQuery(read(spelled)))).toEqual(read(spelled));
  });

  it.each(['quote " back \\ slash', 'back`tick', 'back`tick and "', 'new\nline', 'tab\t', 'é 日本 🙂', ''])(
    'keeps the value %j',
    (value) => {
      const query: LogQuery = {
        matchers: [{ label: 'a', operator: '=', value }],
        stages: [{ kind: 'line', operator: '|=', values: [value] }],
      };
      expect(read(writeQuery(query))).toEqual(query);
    },
  );
});
