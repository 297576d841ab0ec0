import type { SyntaxNode } from '@lezer/common';
import { unquote } from '@oriel/query-scope/go-string';
import { type Expression, isScalar, type Labelling, type Matching } from './expression.ts';
import { refuseAcross } from './refusal.ts';
import { childrenOf, hasChild, parse, type Reader } from './syntax.ts';

const reading = new Set(['VectorSelector', 'MatrixSelector']);
const modified = new Set(['OffsetExpr', 'StepInvariantExpr']);
const scalars = new Set(['time', 'pi']);

/** @throws OrielError `bad_input` for what cannot be read for certain. */
export function readPromql(query: string): Expression {
  return expressionOf(parse('metrics', query).firstChild, { source: query, depth: 0 });
}

function expressionOf(node: SyntaxNode | null | undefined, from: Reader): Expression {
  if (!node || from.depth > 100)
    throw refuseAcross('This query is nested too deeply to be divided; write it more simply.');
  const { source } = from;
  const reader = { source, depth: from.depth + 1 };
  const text = source.slice(node.from, node.to);
  const read = (child: SyntaxNode | null | undefined) => expressionOf(child, reader);
  if (reading.has(node.name)) return { type: 'series', text };
  if (modified.has(node.name)) {
    const inner = read(node.firstChild);
    return inner.type === 'subquery' ? { ...inner, text } : { type: 'series', text };
  }
  switch (node.name) {
    case 'ParenExpr':
      return { ...read(childrenOf(node)[0]), text };
    case 'NumberDurationLiteral':
      return number(text);
    case 'StringLiteral':
      return { type: 'string', text };
    case 'UnaryExpr': {
      const [sign, operand] = childrenOf(node);
      const inner = read(operand);
      if (sign && source.slice(sign.from, sign.to) === '+') return { ...inner, text };
      if (inner.type === 'number') return { type: 'number', value: -inner.value, text };
      return isScalar(inner) ? { type: 'scalar', text } : { type: 'negation', inner, text };
    }
    case 'SubqueryExpr':
      return { type: 'subquery', inner: read(node.firstChild), text };
    case 'FunctionCall': {
      const [name, body] = childrenOf(node);
      const called = name ? source.slice(name.from, name.to) : '';
      const given = body ? childrenOf(body).map(read) : [];
      if (scalars.has(called)) return { type: 'scalar', text };
      if (called === 'vector' && given.every(isScalar)) return { type: 'vector', text };
      return { type: 'call', name: called, arguments: given, text };
    }
    case 'AggregateExpr':
      return aggregationOf(node, text, reader);
    case 'BinaryExpr': {
      const children = childrenOf(node);
      const [left, right] = [read(children[0]), read(children.at(-1))];
      if (isScalar(left) && isScalar(right)) return { type: 'scalar', text };
      const operator = children[1] ? source.slice(children[1].from, children[1].to).toLowerCase() : '';
      const matching = matchingOf(node.getChild('MatchingModifierClause'), source);
      const isPlain = !hasChild(node, 'FillModifier');
      return { type: 'binary', operator, isBool: hasChild(node, 'BoolModifier'), matching, left, right, isPlain, text };
    }
    default:
      throw refuseAcross('This query cannot be read for certain; write it more simply.');
  }
}

function aggregationOf(node: SyntaxNode, text: string, reader: Reader): Expression {
  const { source } = reader;
  const name = node.getChild('AggregateOp');
  const given = childrenOf(node.getChild('FunctionCallBody'));
  if (!name) throw refuseAcross('This query cannot be read for certain; write it more simply.');
  const textWith = (operation: string) =>
    source.slice(node.from, name.from) + operation + source.slice(name.to, node.to);
  return {
    type: 'aggregation',
    operation: source.slice(name.from, name.to).toLowerCase(),
    textWith,
    grouping: groupingOf(node.getChild('AggregateModifier'), source),
    parameter: given.length > 1 ? expressionOf(given[0], reader) : undefined,
    inner: expressionOf(given.at(-1), reader),
    text,
  };
}

function groupingOf(node: SyntaxNode | null, source: string): Labelling {
  const isWithout = hasChild(node, 'Without');
  return { only: !isWithout, labels: labelsIn(node?.getChild('GroupingLabels'), source) };
}

function matchingOf(node: SyntaxNode | null, source: string): Matching {
  const isGrouped = hasChild(node, 'GroupLeft') || hasChild(node, 'GroupRight');
  const isNamed = hasChild(node, 'On') || hasChild(node, 'Ignoring');
  return {
    only: hasChild(node, 'On'),
    labels: isNamed ? labelsIn(node?.getChild('GroupingLabels'), source) : [],
    isGrouped,
  };
}

function labelsIn(list: SyntaxNode | null | undefined, source: string): readonly string[] {
  return childrenOf(list).map(({ name, from, to }) => {
    const text = source.slice(from, to);
    return name === 'LabelName' ? text : unquote(text);
  });
}

function number(text: string): Expression {
  const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) || /^0x[\da-f]+$/i.test(text);
  if (plain) return { type: 'number', value: Number(text), text };
  // Durations, Inf and NaN: the store knows best what they are.
  return { type: 'scalar', text };
}
