import {
  Filter,
  FilterOp,
  Identifier,
  Json,
  LabelFilter,
  LabelParser,
  LineFilter,
  LineFilters,
  LogExpr,
  Logfmt,
  LogfmtParser,
  LogfmtParserFlags,
  Matcher as MatcherNode,
  NumberFilter,
  PipelineStage,
  Selector,
  String as StringNode,
  UnitFilter,
} from '@grafana/lezer-logql';
import type { SyntaxNode } from '@lezer/common';
import { readLiteral } from '@oriel/query-scope/go-string';
import type { CompareOperator, LineOperator, Matcher, MatchOperator, ReadQuery, Stage } from './query-model.ts';
import { findAll, hasComment, parseLogQl, queryKind } from './tree.ts';

/** LogQL to the builder's model. A query with a mistake, of numbers, or with a comment is not shown as chips. */
export function readQuery(text: string): ReadQuery {
  if (text.trim() === '') return { notShown: 'empty' };
  const tree = parseLogQl(text);
  const kind = queryKind(tree);
  if (kind !== 'lines') return { notShown: kind };
  if (hasComment(tree)) return { notShown: 'comment' };
  const lines = findAll(tree.topNode, LogExpr)[0];
  const selector = lines?.getChild(Selector);
  if (!lines || !selector) return { notShown: 'broken' };
  const matchers = findAll(selector, MatcherNode).map((node) => readMatcher(text, node));
  if (!matchers.every((matcher) => matcher !== undefined)) return { notShown: 'broken' };
  const stages = findAll(lines, PipelineStage).flatMap((stage) => readStage(text, stage));
  return { query: { matchers, stages } };
}

function readMatcher(text: string, node: SyntaxNode): Matcher | undefined {
  const label = node.getChild(Identifier);
  const value = node.getChild(StringNode);
  if (!label || !value) return undefined;
  const operator = text.slice(label.to, value.from).trim() as MatchOperator;
  const read = readLiteral(text.slice(value.from, value.to));
  return read === undefined ? undefined : { label: text.slice(label.from, label.to), operator, value: read };
}

function readStage(text: string, stage: SyntaxNode): Stage[] {
  const raw: Stage = { kind: 'raw', text: text.slice(stage.from, stage.to) };
  if (stage.getChild(LineFilters)) {
    return findAll(stage, LineFilter).map((filter) => readLineFilter(text, filter));
  }
  const labelParser = stage.getChild(LabelParser);
  if (labelParser) return [labelParser.getChild(Json) ? { kind: 'parser', name: 'json' } : raw];
  const logfmt = stage.getChild(LogfmtParser);
  if (logfmt?.getChild(Logfmt) && !logfmt.getChild(LogfmtParserFlags)) return [{ kind: 'parser', name: 'logfmt' }];
  const filter = stage.getChild(LabelFilter);
  return [(filter && readLabelFilter(text, filter)) ?? raw];
}

function readLineFilter(text: string, node: SyntaxNode): Stage {
  const raw: Stage = { kind: 'raw', text: text.slice(node.from, node.to) };
  const operatorNode = node.getChild(Filter);
  const operator = operatorNode ? text.slice(operatorNode.from, operatorNode.to) : '';
  if (findAll(node, FilterOp).length > 0 || !['|=', '!=', '|~', '!~'].includes(operator)) return raw;
  const values = findAll(node, StringNode).map((value) => readLiteral(text.slice(value.from, value.to)));
  if (!values.every((value) => value !== undefined)) return raw;
  return { kind: 'line', operator: operator as LineOperator, values };
}

/** Only a single comparison is a chip: `and`, `or`, parentheses and `ip()` stay as they are written. */
function readLabelFilter(text: string, node: SyntaxNode): Stage | undefined {
  const only = node.firstChild;
  if (!only || only.nextSibling) return undefined;
  if (only.type.id === MatcherNode) {
    const matcher = readMatcher(text, only);
    return matcher && { kind: 'field', field: matcher.label, operator: matcher.operator, value: matcher.value };
  }
  if (only.type.id !== NumberFilter && only.type.id !== UnitFilter) return undefined;
  const found = /^([A-Za-z_]\w*)\s*(==|!=|>=|<=|=|>|<)\s*(.+)$/s.exec(text.slice(only.from, only.to));
  if (!found) return undefined;
  const [, field = '', operator, literal = ''] = found;
  return { kind: 'compare', field, operator: operator as CompareOperator, literal };
}
