import type { SyntaxNode } from '@lezer/common';
import type { Reach } from '@oriel/domain/reach';
import { parser } from '@prometheus-io/lezer-promql';
import { unquote } from './go-string.ts';
import type { Matcher, MatchOp } from './matcher.ts';
import { narrowQuery } from './narrow.ts';
import { aggregations, functions, keywords, operators } from './promql-words.ts';
import { refuseQuery } from './refusal.ts';
import type { Language } from './syntax-tree.ts';
import { keywordOf, matching, named, oneOf, string } from './terminals.ts';

const number = String.raw`(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|0x[\da-f]+|(?:\d+(?:ms|[smhdwy]))+|inf|nan)`;
const label = matching(/^[A-Za-z_][A-Za-z0-9_]*$/);

export const promql: Language = {
  parser: parser.configure({ strict: true }),
  terminals: new Map([
    ...named(keywords),
    ...named(operators),
    ['AggregateOp', keywordOf(aggregations)],
    ['AtModifierPreprocessors', keywordOf(new Set(['start', 'end']))],
    ['FunctionIdentifier', oneOf(functions)],
    ['LabelName', label],
    ['Identifier', matching(/^[A-Za-z_:][A-Za-z0-9_:]*$/)],
    ['NumberDurationLiteral', matching(new RegExp(String.raw`^[+-]?\s*${number}$`, 'i'))],
    ['NumberDurationLiteralInDurationContext', matching(new RegExp(`^${number}$`, 'i'))],
    ['StringLiteral', string],
    ['UnaryOp', oneOf(new Set(['+', '-']))],
  ]),
  selector: 'VectorSelector',
  matchersOf,
  labelLists: {
    name: 'LabelName',
    list: 'GroupingLabels',
    keywords: new Set(['by', 'without', 'on', 'ignoring', 'group_left', 'group_right']),
    optional: new Set(['group_left', 'group_right']),
  },
};

/**
 * The query with matchers for the reach in every vector selector; metric names are printed as matchers too, so that
 * no bare name is left which could be one.
 *
 * @throws OrielError `bad_input` where that is not certain, `not_found` for an empty reach.
 */
export function narrowPromql(query: string, reach: Reach): string {
  return narrowQuery(promql, query, reach);
}

function matchersOf(selector: SyntaxNode, source: string): readonly Matcher[] {
  const matchers = readMatchers(selector, source);
  matchers.forEach(refuseInternal);
  return matchers;
}

/** Whatever they name. */
export function readMatchers(selector: SyntaxNode, source: string): readonly Matcher[] {
  const textOf = (node: SyntaxNode | null) => (node ? source.slice(node.from, node.to) : '');
  const matchers: Matcher[] = [];
  const name = selector.getChild('Identifier');
  if (name) matchers.push({ name: '__name__', op: '=', value: textOf(name) });
  for (let node = selector.getChild('LabelMatchers')?.firstChild ?? null; node; node = node.nextSibling) {
    if (node.name === 'LineComment') continue;
    if (node.name === 'QuotedLabelName') {
      matchers.push({ name: '__name__', op: '=', value: unquote(textOf(node)) });
      continue;
    }
    const plain = node.getChild('LabelName');
    const op = textOf(node.getChild('MatchOp')) as MatchOp;
    const value = unquote(textOf(node.getChild('StringLiteral')));
    const label = plain ? textOf(plain) : unquote(textOf(node.getChild('QuotedLabelName')));
    matchers.push({ name: label, op, value });
  }
  return matchers;
}

/**
 * Mimir's front end runs the queries it finds in the label __queries__ beside the metric __embedded_queries__,
 * whatever the operator: such names are between its own parts.
 */
function refuseInternal({ name, value }: Matcher): void {
  const asked = name === '__name__' ? value : name;
  if (name !== '' && !asked.startsWith('__')) return;
  throw refuseQuery(`names like ${JSON.stringify(asked)} belong to the store; use another one.`);
}
