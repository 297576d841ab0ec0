import { escapePattern } from '@/features/query/pattern.ts';
import type { LogQuery } from '../logql/query-model.ts';

/** A pattern for what the line filters look for, to mark it in the list; undefined when there is nothing to mark. */
export function matchPattern(query: LogQuery | undefined): RegExp | undefined {
  const terms: string[] = [];
  for (const stage of query?.stages ?? []) {
    if (stage.kind !== 'line' || (stage.operator !== '|=' && stage.operator !== '|~')) continue;
    const exact = stage.operator === '|=';
    terms.push(...stage.values.filter((value) => value !== '').map((value) => (exact ? escapePattern(value) : value)));
  }
  if (terms.length === 0) return undefined;
  const ignoreCase = terms.some((term) => term.startsWith('(?i)'));
  try {
    return new RegExp(terms.map((term) => `(?:${term.replace(/^\(\?i\)/, '')})`).join('|'), ignoreCase ? 'gi' : 'g');
  } catch {
    // The store's regular expressions (RE2) know forms that the browser's do not.
    return undefined;
  }
}

export type Piece = { readonly text: string; readonly match: boolean };

const MOST_MATCHES = 50;

/** Cuts a text into matching and other pieces. Empty matches are none. */
export function cutMatches(text: string, pattern: RegExp | undefined): readonly Piece[] {
  if (pattern === undefined) return [{ text, match: false }];
  const pieces: Piece[] = [];
  let at = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found && pieces.length < MOST_MATCHES * 2; found = pattern.exec(text)) {
    if (found[0] === '') {
      pattern.lastIndex += 1;
      continue;
    }
    if (found.index > at) pieces.push({ text: text.slice(at, found.index), match: false });
    pieces.push({ text: found[0], match: true });
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), match: false });
  return pieces;
}
