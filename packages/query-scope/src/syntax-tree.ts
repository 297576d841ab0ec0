import type { SyntaxNode } from '@lezer/common';
import type { LRParser } from '@lezer/lr';
import { type Matcher, printSelector } from './matcher.ts';
import { refuseQuery } from './refusal.ts';

/** How a terminal is printed: its one canonical form, or undefined to refuse it. */
export type Terminal = (text: string) => string | undefined;

export interface Language {
  /** Strict: it throws at the first error instead of repairing it. */
  readonly parser: LRParser;
  /** Nodes printed as one token, by name. Whatever is not here and no punctuation is refused. */
  readonly terminals: ReadonlyMap<string, Terminal>;
  /** The node that reads series or streams. */
  readonly selector: string;
  readonly matchersOf: (selector: SyntaxNode, source: string) => readonly Matcher[];
  /** Where a bare name is a label, although it could be a metric elsewhere. */
  readonly labelLists?: {
    readonly name: string;
    readonly list: string;
    readonly keywords: ReadonlySet<string>;
    /** Keywords whose list may be missing. They get an empty one: what follows would be read as the list. */
    readonly optional: ReadonlySet<string>;
  };
}

/** Longer ones are refused by Loki too. A long list of namespaces in many selectors adds up. */
const maxPrinted = 131_071;

export type Narrow = (own: readonly Matcher[]) => readonly Matcher[];

/**
 * Prints the query anew, token by token, each selector as `narrow` gives it. What the parser does not know for
 * certain is refused, and none of the person's own bytes are copied but names, numbers and operators.
 */
export function reprint(language: Language, source: string, narrow: Narrow): string {
  const tokens: string[] = [];
  const { terminals, selector, labelLists } = language;
  let at = 0;
  let selectorEnd = 0;
  let isInList = false;
  let size = 0;
  const print = (token: string) => {
    size += token.length;
    if (size > maxPrinted) throw refuseQuery('with your clusters and namespaces in it, it is too long; split it.');
    if (token === '(') isInList = labelLists?.keywords.has(tokens.at(-1) ?? '') ?? false;
    else if (token === ')') isInList = false;
    tokens.push(token);
  };
  /** Between two nodes stand blanks and punctuation, nothing else; braces only around matchers. */
  const readGap = (to: number) => {
    for (; at < to; at++) {
      const char = source[at] ?? '';
      if (' \t\r\n'.includes(char)) continue;
      if (!(at < selectorEnd ? '{},' : '()[],:').includes(char)) throw refuseAt(source, at);
      if (at >= selectorEnd) print(char);
    }
  };
  parseStrictly(language, source).iterate({
    enter: (ref) => {
      if (ref.name === selector) {
        readGap(ref.from);
        selectorEnd = ref.to;
        print(printSelector(narrow(language.matchersOf(ref.node, source))));
        return true;
      }
      if (ref.name === 'LineComment') {
        readGap(ref.from);
        // Prometheus ends a comment at a carriage return, lezer only at the line's end.
        if (source.slice(ref.from, ref.to).trimEnd().includes('\r')) throw refuseAt(source, ref.from);
        at = ref.to;
        return false;
      }
      const terminal = terminals.get(ref.name);
      if (terminal === undefined || ref.from === ref.to) return true;
      readGap(ref.from);
      const text = terminal(source.slice(ref.from, ref.to));
      if (text === undefined) throw refuseAt(source, ref.from);
      at = ref.to;
      if (at <= selectorEnd) return false;
      if (ref.name === labelLists?.name && !isInList) throw refuseAt(source, ref.from);
      print(text);
      if (labelLists?.optional.has(text) && siblingOf(ref.node)?.name !== labelLists.list) ['(', ')'].forEach(print);
      return false;
    },
  });
  readGap(source.length);
  return join(tokens);
}

function siblingOf(node: SyntaxNode): SyntaxNode | null {
  let next = node.nextSibling;
  while (next?.name === 'LineComment') next = next.nextSibling;
  return next;
}

/** The matchers of every selector, in order. */
export function selectorsOf(language: Language, source: string): readonly (readonly Matcher[])[] {
  const found: (readonly Matcher[])[] = [];
  reprint(language, source, (own) => {
    found.push(own);
    return own;
  });
  return found;
}

/** @throws OrielError unless the text is one selector and nothing else. */
export function assertSelector(language: Language, source: string): void {
  let first = parseStrictly(language, source).topNode.firstChild;
  while (first && first.name !== language.selector && first.from === first.parent?.from) first = first.firstChild;
  if (first?.name !== language.selector || source.slice(0, first.from).trim() || source.slice(first.to).trim()) {
    throw refuseQuery('"match[]" takes a selector such as {namespace="shop"}; put nothing else there.');
  }
}

/** @throws OrielError `bad_input` */
export function parseStrictly({ parser }: Language, source: string) {
  if (source.length > maxPrinted) throw refuseQuery(`it is longer than ${maxPrinted} characters; split it.`);
  try {
    return parser.parse(source);
  } catch (error) {
    const position = /^No parse at (\d+)$/.exec((error as Error).message)?.[1];
    if (position !== undefined) throw refuseAt(source, Number(position));
    throw refuseQuery('it cannot be read, or is nested too deeply; write it more simply.');
  }
}

function refuseAt(source: string, position: number) {
  const rest = source.slice(position).trimStart();
  const word = /^[\w:]+|^./su.exec(rest)?.[0].slice(0, 40);
  const place =
    word === undefined ? 'its end' : `character ${source.length - rest.length + 1}, ${JSON.stringify(word)}`;
  return refuseQuery(
    `it cannot be read for certain at ${place}. Check the spelling there, or leave out what is newer or more special than the common functions.`,
  );
}

/** One space between tokens, none where a bracket or comma separates them already. */
function join(tokens: readonly string[]): string {
  let text = '';
  let before = '(';
  for (const token of tokens) {
    const isTight = '([:'.includes(before) || ')],:'.includes(token);
    text += isTight ? token : ` ${token}`;
    before = token;
  }
  return text;
}
