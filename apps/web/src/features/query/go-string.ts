/**
 * String literals of LogQL and PromQL follow Go: "…" with escapes, `…` raw.
 * Source: https://go.dev/ref/spec#String_literals.
 */
const SIMPLE: Record<string, string> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([abfnrtv\\"']))/g;

/** The value of a literal, or undefined where it is not a whole, valid literal. */
export function unquote(literal: string): string | undefined {
  const quote = literal[0];
  if (literal.length < 2 || literal.at(-1) !== quote) return undefined;
  const body = literal.slice(1, -1);
  if (quote === '`') return body.includes('`') ? undefined : body;
  if (quote !== '"') return undefined;
  let rest = body.length;
  const value = body.replace(ESCAPE, (whole, x, u, long, octal, simple) => {
    rest -= whole.length;
    if (simple !== undefined) return SIMPLE[simple] ?? '';
    const code = octal === undefined ? Number.parseInt(x ?? u ?? long, 16) : Number.parseInt(octal, 8);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
  const plain = body.replace(ESCAPE, '');
  return plain.length === rest && /^[^"\\\n]*$/.test(plain) ? value : undefined;
}

/** A literal for the value: plain quotes, or backticks where escapes would make a pattern hard to read. */
export function quote(value: string): string {
  if (/["\\]/.test(value) && !/[`\n\r]/.test(value)) return `\`${value}\``;
  return JSON.stringify(value);
}

const REGEXP_META = /[\\.+*?()|[\]{}^$]/g;

/** A pattern that matches exactly this text in RE2 (the store's regular expressions). */
export function escapePattern(text: string): string {
  return text.replace(REGEXP_META, '\\$&');
}

/** The texts of a pattern that is only an alternation of literals ("api|web\.1"), or undefined. */
export function literalsOfPattern(pattern: string): string[] | undefined {
  const parts: string[] = [];
  let current = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at] as string;
    if (char === '|') {
      parts.push(current);
      current = '';
    } else if (char === '\\') {
      const next = pattern[at + 1];
      if (next === undefined || /[A-Za-z0-9]/.test(next)) return undefined;
      current += next;
      at += 1;
    } else if (/[.+*?()[\]{}^$]/.test(char)) {
      return undefined;
    } else {
      current += char;
    }
  }
  parts.push(current);
  return parts.every((part) => part !== '') ? parts : undefined;
}
