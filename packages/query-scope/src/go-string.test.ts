import { OrielError } from '@oriel/domain/errors';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quote, quoteForPeople, readLiteral, unquote } from './go-string.ts';

test.each([
  ['"a"', 'a'],
  ["'it\\'s'", "it's"],
  ['`\\d"`', '\\d"'],
  ['"\\x41\\101\\u00e9\\U0001F600"', 'AAé😀'],
  ['"\\a\\b\\f\\n\\r\\t\\v\\\\"', '\x07\b\f\n\r\t\v\\'],
  ['`a\nb`', 'a\nb'],
])('%s is read as Go reads it', (literal, value) => {
  expect(unquote(literal)).toBe(value);
});

describe('what is no certain text is refused', () => {
  test.each([
    '"a',
    'a"',
    '"',
    '""a"',
    '"\\',
    '"\\"',
    `"\\'"`,
    `'\\"'`,
    '"\\q"',
    '"\\x4"',
    '"\\x80"',
    '"\\377"',
    '"\\08"',
    '"\\ud800"',
    '"\\U00110000"',
    '"\ud800"',
    '"a\nb"',
    '`a`b`',
  ])('%j', (literal) => {
    expect(() => unquote(literal)).toThrow(OrielError);
    expect(readLiteral(literal)).toBeUndefined();
  });
});

const text = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((codes) => {
  return String.fromCodePoint(...codes.filter((code) => code < 0xd800 || code > 0xdfff));
});

test('whatever is quoted is printable ASCII and comes back as it was', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(quote(value)).toMatch(/^"[ -~]*"$/);
      expect(unquote(quote(value))).toBe(value);
    }),
  );
});

test('for people it is what is easy to read, and means the same', () => {
  expect(quoteForPeople('api')).toBe('"api"');
  expect(quoteForPeople('\\d+')).toBe('`\\d+`');
  expect(quoteForPeople('a`"')).toBe('"a`\\""');
  fc.assert(
    fc.property(text, (value) => {
      expect(readLiteral(quoteForPeople(value))).toBe(value);
    }),
  );
});
