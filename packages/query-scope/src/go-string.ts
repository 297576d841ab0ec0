import { refuseQuery } from './refusal.ts';

/** Escapes of one letter that Prometheus and Loki know. */
const simple: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};
const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * The value of a string literal, read as strutil.Unquote of Prometheus does (Loki uses the same).
 *
 * @throws OrielError where it would fail, or give bytes that are no Unicode text.
 */
export function unquote(literal: string): string {
  const value = readLiteral(literal);
  if (value === undefined) {
    throw refuseQuery('it contains a string whose escapes or quotes are not certain; write it in plain double quotes.');
  }
  return value;
}

/** The same for whoever only shows it: undefined where it would be refused. */
export function readLiteral(literal: string): string | undefined {
  const quote = literal[0] ?? '';
  const body = literal.slice(1, -1);
  if (literal.length < 2 || !'"\'`'.includes(quote) || literal.at(-1) !== quote) return undefined;
  if (!body.isWellFormed()) return undefined;
  if (quote === '`') return body.includes('`') ? undefined : body;
  if (body.includes('\n')) return undefined;
  let value = '';
  for (let at = 0; at < body.length; ) {
    const char = body[at] ?? '';
    if (char === quote) return undefined;
    if (char !== '\\') {
      value += char;
      at += 1;
      continue;
    }
    const read = readEscape(body.slice(at + 1, at + 10), quote);
    if (read === undefined) return undefined;
    value += read.text;
    at += 1 + read.length;
  }
  return value;
}

/** What stands after a backslash, and how many characters it takes. */
function readEscape(rest: string, quote: string): { readonly text: string; readonly length: number } | undefined {
  const kind = rest[0] ?? '';
  if (kind === quote) return { text: quote, length: 1 };
  const known = simple[kind];
  if (known !== undefined) return { text: known, length: 1 };
  const octal = /^[0-7]{3}/.exec(rest)?.[0];
  if (octal !== undefined) return character(Number.parseInt(octal, 8), { max: 0x7f, length: 3 });
  const count = digits[kind];
  const hex = rest.slice(1, 1 + (count ?? 0));
  if (count === undefined || hex.length !== count || !/^[0-9a-fA-F]+$/.test(hex)) return undefined;
  // \x80 and above are single bytes there, which may be no text.
  return character(Number.parseInt(hex, 16), { max: kind === 'x' ? 0x7f : 0x10ffff, length: 1 + count });
}

function character(code: number, { max, length }: { readonly max: number; readonly length: number }) {
  if (code > max || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return { text: String.fromCodePoint(code), length };
}

/** The literal in printable ASCII, which every parser reads alike. `value` is well-formed text. */
export function quote(value: string): string {
  if (/^[ !#-[\]-~]*$/.test(value)) return `"${value}"`;
  let text = '"';
  for (const char of value) {
    const code = char.codePointAt(0) ?? 0;
    if (char === '"' || char === '\\') text += `\\${char}`;
    else if (code >= 0x20 && code < 0x7f) text += char;
    else if (code < 0x80) text += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (code < 0x10000) text += `\\u${code.toString(16).padStart(4, '0')}`;
    else text += `\\U${code.toString(16).padStart(8, '0')}`;
  }
  return `${text}"`;
}

/** The literal as a person would write it: backticks where escapes would make a pattern hard to read. */
export function quoteForPeople(value: string): string {
  if (/["\\]/.test(value) && !/[`\n\r]/.test(value)) return `\`${value}\``;
  return JSON.stringify(value);
}
