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
  const quote = literal[0] ?? '';
  const body = literal.slice(1, -1);
  if (literal.length < 2 || !'"\'`'.includes(quote) || literal.at(-1) !== quote) throw refuse();
  if (!body.isWellFormed()) throw refuse();
  if (quote === '`') {
    if (body.includes('`')) throw refuse();
    return body;
  }
  if (body.includes('\n')) throw refuse();
  let value = '';
  for (let at = 0; at < body.length; ) {
    const char = body[at] ?? '';
    if (char === quote) throw refuse();
    if (char !== '\\') {
      value += char;
      at += 1;
      continue;
    }
    const [text, length] = readEscape(body.slice(at + 1, at + 10), quote);
    value += text;
    at += 1 + length;
  }
  return value;
}

/** What stands after a backslash, and how many characters it takes. */
function readEscape(rest: string, quote: string): readonly [text: string, length: number] {
  const kind = rest[0] ?? '';
  if (kind === quote) return [quote, 1];
  const known = simple[kind];
  if (known !== undefined) return [known, 1];
  const octal = /^[0-7]{3}/.exec(rest)?.[0];
  if (octal !== undefined) return [character(Number.parseInt(octal, 8), 0x7f), 3];
  const count = digits[kind];
  const hex = rest.slice(1, 1 + (count ?? 0));
  if (count === undefined || hex.length !== count || !/^[0-9a-fA-F]+$/.test(hex)) throw refuse();
  // \x80 and above are single bytes there, which may be no text.
  return [character(Number.parseInt(hex, 16), kind === 'x' ? 0x7f : 0x10ffff), 1 + count];
}

function character(code: number, max: number): string {
  if (code > max || (code >= 0xd800 && code <= 0xdfff)) throw refuse();
  return String.fromCodePoint(code);
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

function refuse() {
  return refuseQuery('it contains a string whose escapes or quotes are not certain; write it in plain double quotes.');
}
