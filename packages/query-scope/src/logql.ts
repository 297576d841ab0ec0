import { parser } from '@grafana/lezer-logql';
import type { SyntaxNode } from '@lezer/common';
import type { Reach } from '@oriel/domain/reach';
import { unquote } from './go-string.ts';
import { conversions, keywords, operators, parserFlags, rangeOperations, vectorOperations } from './logql-words.ts';
import type { Matcher, MatchOp } from './matcher.ts';
import { narrowQuery } from './narrow.ts';
import { type Language, parseStrictly } from './syntax-tree.ts';
import { keywordOf, matching, named, oneOf, string } from './terminals.ts';

const name = matching(/^[A-Za-z_][A-Za-z0-9_]*$/);

export const logql: Language = {
  parser: parser.configure({ strict: true }),
  terminals: new Map([
    ...named(keywords),
    ...named(operators),
    ['RangeOp', keywordOf(rangeOperations)],
    ['VectorOp', keywordOf(vectorOperations)],
    ['ConvOp', keywordOf(conversions)],
    ['ParserFlag', oneOf(parserFlags)],
    ['Identifier', name],
    ['LabelName', name],
    ['Number', matching(/^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i)],
    ['Duration', matching(/^(?:\d+(?:\.\d+)?(?:ns|us|ms|[smhdwy]))+$/)],
    ['Bytes', matching(/^\d+(?:\.\d+)?(?:[kKMGTP]i?)?B$/)],
    ['String', string],
  ]),
  selector: 'Selector',
  matchersOf,
};

/**
 * The query with matchers for the reach in every stream selector. Stages work on what a selector has read, and
 * cannot widen it.
 *
 * @throws OrielError `bad_input` where that is not certain, `not_found` for an empty reach.
 */
export function narrowLogql(query: string, reach: Reach): string {
  return narrowQuery(logql, query, reach);
}

/** Whether the query is for lines, and not for figures made of them. */
export function isLogQuery(query: string): boolean {
  const expression = parseStrictly(logql, query).topNode.getChild('Expr');
  return expression?.firstChild?.name === 'LogExpr';
}

function matchersOf(selector: SyntaxNode, source: string): readonly Matcher[] {
  const matchers: Matcher[] = [];
  selector.toTree().iterate({
    enter: ({ name, node }) => {
      if (name !== 'Matcher') return true;
      const [label, op, value] = childrenOf(node).map(({ from, to }) =>
        source.slice(selector.from + from, selector.from + to),
      );
      matchers.push({ name: label ?? '', op: (op ?? '') as MatchOp, value: unquote(value ?? '') });
      return false;
    },
  });
  return matchers;
}

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment') children.push(child);
  }
  return children;
}
