import type { SyntaxNode } from '@lezer/common';
import { type Expression, isScalar, type Labelling, type Matching } from './expression.ts';
import { refuseAcross } from './refusal.ts';
import { childrenOf, hasChild, parse, type Reader } from './syntax.ts';

/** The figures that a query asks for; undefined where it asks for lines. @throws OrielError `bad_input` */
export function readLogql(query: string): Expression | undefined {
  const top = childrenOf(parse('logs', query).getChild('Expr'))[0];
  if (top?.name === 'LogExpr') return undefined;
  return expressionOf(top, { source: query, depth: 0 });
}

function expressionOf(node: SyntaxNode | null | undefined, from: Reader): Expression {
  if (!node || from.depth > 100)
    throw refuseAcross('This query is nested too deeply to be divided; write it more simply.');
  const { source } = from;
  const reader = { source, depth: from.depth + 1 };
  const text = source.slice(node.from, node.to);
  const read = (child: SyntaxNode | null | undefined) => expressionOf(child, reader);
  const children = childrenOf(node);
  switch (node.name) {
    // Parentheses are nodes of the same name around one.
    case 'Expr':
    case 'MetricExpr':
      return { ...read(children[0]), text };
    case 'LiteralExpr':
      return /^[+-]?\s*[\d.]+(?:e[+-]?\d+)?$/i.test(text)
        ? { type: 'number', value: Number(text.replace(/\s/g, '')), text }
        : { type: 'scalar', text };
    case 'VectorExpr':
      return { type: 'vector', text };
    case 'RangeAggregationExpr':
      if (/^absent_over_time/i.test(text)) return { type: 'call', name: 'absent_over_time', arguments: [], text };
      return { type: 'series', text };
    case 'LabelReplaceExpr':
      return {
        type: 'call',
        name: 'label_replace',
        arguments: [read(node.getChild('MetricExpr')), ...stringsIn(node, source)],
        text,
      };
    case 'VectorAggregationExpr':
      return aggregationOf(node, text, reader);
    case 'BinOpExpr': {
      const [left, right] = [read(children[0]), read(children.at(-1))];
      if (isScalar(left) && isScalar(right)) return { type: 'scalar', text };
      const modifier = node.getChild('BinOpModifier');
      return {
        type: 'binary',
        operator: children[1] ? source.slice(children[1].from, children[1].to).toLowerCase() : '',
        isBool: hasChild(modifier, 'Bool'),
        matching: matchingOf(modifier, source),
        left,
        right,
        isPlain: true,
        text,
      };
    }
    default:
      throw refuseAcross('This query cannot be read for certain; write it more simply.');
  }
}

function stringsIn(node: SyntaxNode, source: string): Expression[] {
  return node.getChildren('String').map(({ from, to }) => ({ type: 'string', text: source.slice(from, to) }));
}

function aggregationOf(node: SyntaxNode, text: string, reader: Reader): Expression {
  const { source } = reader;
  const name = node.getChild('VectorOp');
  const parameter = node.getChild('Number');
  if (!name) throw refuseAcross('This query cannot be read for certain; write it more simply.');
  return {
    type: 'aggregation',
    operation: source.slice(name.from, name.to).toLowerCase(),
    textWith: (operation) => source.slice(node.from, name.from) + operation + source.slice(name.to, node.to),
    grouping: groupingOf(node.getChild('Grouping'), source),
    parameter: parameter
      ? { type: 'number', value: Number(source.slice(parameter.from, parameter.to)), text: '' }
      : undefined,
    inner: expressionOf(node.getChild('MetricExpr'), reader),
    text,
  };
}

function groupingOf(node: SyntaxNode | null, source: string): Labelling {
  return { only: !hasChild(node, 'Without'), labels: namesIn(node, 'Identifier', source) };
}

function matchingOf(node: SyntaxNode | null, source: string): Matching {
  const how = node?.getChild('OnOrIgnoringModifier') ?? null;
  const isGrouped = hasChild(node, 'GroupLeft') || hasChild(node, 'GroupRight');
  return { only: hasChild(how, 'On'), labels: namesIn(how, 'LabelName', source), isGrouped };
}

/** Lists are nested in this grammar. */
function namesIn(node: SyntaxNode | null, name: string, source: string): readonly string[] {
  const names: string[] = [];
  node?.cursor().iterate((ref) => {
    if (ref.name === name) names.push(source.slice(ref.from, ref.to));
  });
  return names;
}
