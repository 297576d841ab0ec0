import fc from 'fast-check';

/** Names and values that a careless narrowing would trip over. */
export const clusterNames = ['', 'a', 'b', 'c', 'a.1', 'aX1', 'A', 'ab', 'a|b', 'b\n', '.*', 'é'];
export const namespaceNames = ['', 'x', 'y', 'z', 'x-1', 'xy', 'X', 'x|y', '"x"', 'x,cluster="a"'];

const values = [
  ...clusterNames,
  ...namespaceNames,
  '}',
  '{',
  '`',
  "'",
  '\\',
  '#',
  '\t',
  '\u2028',
  '(?i)A',
  'a.+',
  '[^a]*',
];
export const value = fc.constantFrom(...values);
export const regex = fc.constantFrom(
  '',
  '.*',
  '.+',
  'a|b',
  '(a|b)',
  '(?:a|c)',
  'a\\.1',
  '(?i)a',
  '[^b]*',
  'x|',
  'x-1|y',
  '(x)|(y)',
);

/** The value as a literal in one of the quotes given, escaped in one of Go's ways. */
export function literal(text: fc.Arbitrary<string>, quotes: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(text, fc.constantFrom(...quotes), fc.integer({ min: 0, max: 3 })).map(([plain, quote, way]) => {
    if (quote === '`' && !plain.includes('`')) return `\`${plain}\``;
    const body = [...plain].map((char) => escaped(char, quote === '`' ? '"' : quote, way)).join('');
    return quote === '`' ? `"${body}"` : `${quote}${body}${quote}`;
  });
}

function escaped(char: string, quote: string, way: number): string {
  const code = char.codePointAt(0) ?? 0;
  if (way === 1 && code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (way === 2) return `\\u${code.toString(16).padStart(4, '0')}`;
  if (way === 3 && code < 0x80) return `\\${code.toString(8).padStart(3, '0')}`;
  if (char === '\\' || char === quote) return `\\${char}`;
  return char === '\n' ? '\\n' : char === '\t' ? '\\t' : char;
}

export type Tokens = readonly string[];

/** Tokens with blanks and comments between them. */
export function spaced(tokens: fc.Arbitrary<Tokens>): fc.Arbitrary<string> {
  const blank = fc.oneof(
    { weight: 12, arbitrary: fc.constant(' ') },
    { weight: 6, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constantFrom('\n', '\t', ' \r\n ', ' # {a="b"}\n', '\n#"\n', '#)\n') },
  );
  return tokens.chain((list) =>
    fc.array(blank, { minLength: list.length, maxLength: list.length }).map((blanks) => {
      let text = '';
      list.forEach((token, index) => {
        const isWordy = /[\w.]$/.test(text) && /^[\w.]/.test(token);
        text += isWordy && blanks[index] === '' ? ` ${token}` : `${blanks[index]}${token}`;
      });
      return text;
    }),
  );
}

export const token = (text: string): fc.Arbitrary<Tokens> => fc.constant([text]);

/** The parts one after the other. */
export function sequence(...parts: readonly (string | fc.Arbitrary<Tokens>)[]): fc.Arbitrary<Tokens> {
  return fc.tuple(...parts.map((part) => (typeof part === 'string' ? token(part) : part))).map((lists) => lists.flat());
}

export const oneWord = (...words: readonly string[]): fc.Arbitrary<Tokens> =>
  fc.constantFrom(...words).map((word) => [word]);

export const maybe = (part: fc.Arbitrary<Tokens>): fc.Arbitrary<Tokens> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: part });

/** `( one, two )` with what is given. */
export function list(item: fc.Arbitrary<Tokens>, minLength = 0): fc.Arbitrary<Tokens> {
  return fc.array(item, { minLength, maxLength: 3 }).map((items) => ['(', ...separated(items), ')']);
}

export function separated(items: readonly Tokens[]): Tokens {
  return items.flatMap((item, index) => (index === 0 ? item : [',', ...item]));
}
