import { quote } from './go-string.ts';

export type MatchOp = '=' | '!=' | '=~' | '!~';

/** One condition on a label, its value unquoted. */
export interface Matcher {
  readonly name: string;
  readonly op: MatchOp;
  readonly value: string;
}

const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `{a="b","c.d"=~"e"}`, the same for Prometheus and, where every name is a plain one, for Loki. */
export function printSelector(matchers: readonly Matcher[]): string {
  const print = ({ name, op, value }: Matcher) => `${plainName.test(name) ? name : quote(name)}${op}${quote(value)}`;
  return `{${matchers.map(print).join(',')}}`;
}

/** The matcher for any of these values: both languages anchor a regular expression at both ends. */
export function matchAny(name: string, values: readonly string[]): Matcher {
  const [first, ...others] = [...new Set(values)].sort();
  if (first === undefined) throw new Error('a matcher for no value would match everything or nothing');
  if (others.length === 0) return { name, op: '=', value: first };
  return { name, op: '=~', value: [first, ...others].map(escapeRegex).join('|') };
}

/** RE2 as Go's regexp.QuoteMeta writes it. */
function escapeRegex(value: string): string {
  return value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');
}

/**
 * The values that the label can have after these matchers, undefined where they are not known: only equality and
 * alternatives without any other operator count. Absent labels have the value ''.
 */
export function valuesOf(matchers: readonly Matcher[], name: string): ReadonlySet<string> | undefined {
  let values: ReadonlySet<string> | undefined;
  for (const matcher of matchers) {
    if (matcher.name !== name) continue;
    const found = matcher.op === '=' ? [matcher.value] : matcher.op === '=~' ? literalsOf(matcher.value) : undefined;
    if (found === undefined) continue;
    const earlier = values;
    values = new Set(earlier ? found.filter((value) => earlier.has(value)) : found);
  }
  return values;
}

const literal = /^(?:[^\\.+*?()[\]{}^$]|\\[!-/:-@[-`{-~])*$/;

/** `a|b\.c` and Grafana's `(a|b)` as plain values; undefined for every other regular expression. */
function literalsOf(regex: string): readonly string[] | undefined {
  const inner = /^\((?:\?:)?(.*)\)$/s.exec(regex)?.[1] ?? regex;
  if (!literal.test(inner)) return undefined;
  if (!inner.includes('\\')) return inner.split('|');
  const values = [''];
  for (const [part, escaped] of inner.matchAll(/\\(.)|./gs)) {
    if (part === '|') values.push('');
    else values.push(`${values.pop()}${escaped ?? part}`);
  }
  return values;
}
