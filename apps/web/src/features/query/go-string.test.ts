import { describe, expect, it } from 'vitest';
import { escapePattern, literalsOfPattern, quote, unquote } from './go-string.ts';

describe('literals', () => {
  it.each([
    ['"a\\tb"', 'a\tb'],
    ['"\\x41\\u00e9\\U0001F642\\101"', 'Aé🙂A'],
    ['`a\\tb`', 'a\\tb'],
  ])('%s means %j', (literal, value) => expect(unquote(literal)).toBe(value));

  it.each(['"a', 'a"', '"a\\qb"', '"a"b"', "'a'", '"a\nb"', '"'])('%j is no literal', (literal) => {
    expect(unquote(literal)).toBeUndefined();
  });

  it('prefers what is easy to read', () => {
    expect(quote('api')).toBe('"api"');
    expect(quote('\\d+')).toBe('`\\d+`');
    expect(quote('a`"')).toBe('"a`\\""');
  });
});

describe('patterns', () => {
  it('takes a text literally', () => {
    expect(new RegExp(`^${escapePattern('a.b|c(1)$')}$`).test('a.b|c(1)$')).toBe(true);
  });

  it('finds the texts of an alternation, and nothing in other patterns', () => {
    expect(literalsOfPattern('api|web\\.1')).toEqual(['api', 'web.1']);
    expect(literalsOfPattern('prod-.+')).toBeUndefined();
    expect(literalsOfPattern('a|')).toBeUndefined();
    expect(literalsOfPattern('\\d')).toBeUndefined();
  });
});
