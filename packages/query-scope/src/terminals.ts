import { quote, unquote } from './go-string.ts';
import type { Terminal } from './syntax-tree.ts';

/** A string, quoted anew. */
export const string: Terminal = (text) => quote(unquote(text));

/** What matches, as it is. */
export function matching(pattern: RegExp): Terminal {
  return (text) => (pattern.test(text) ? text : undefined);
}

/** One of these, as it is. */
export function oneOf(words: ReadonlySet<string>): Terminal {
  return (text) => (words.has(text) ? text : undefined);
}

/** One of these in any case, printed in lower case. */
export function keywordOf(words: ReadonlySet<string>): Terminal {
  return (text) => (words.has(text.toLowerCase()) ? text.toLowerCase() : undefined);
}

/** Node names that stand for one operator or keyword each. */
export function named(words: Readonly<Record<string, string>>): [string, Terminal][] {
  return Object.entries(words).map(([node, word]) => [node, keywordOf(new Set([word]))]);
}
