import { Expr, LineComment, LogExpr, LogRangeExpr, MetricExpr, parser, Selector } from '@grafana/lezer-logql';
import type { SyntaxNode, Tree } from '@lezer/common';

/** A span of the query's text, UTF-16 offsets, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface QueryProblem extends Span {
  /** A sentence for people. */
  readonly message: string;
}

export function parseLogQl(text: string): Tree {
  return parser.parse(text);
}

/** All nodes with this id below `node`, in order of the text, not looking inside a found one. */
export function findAll(node: SyntaxNode, id: number): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.type.id === id) found.push(child);
    else found.push(...findAll(child, id));
  }
  return found;
}

export function firstError(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type.isError) return node;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const error = firstError(child);
    if (error) return error;
  }
  return undefined;
}

/** The first place where the text stops being LogQL, with a sentence, or undefined for a well-formed query. */
export function findProblem(text: string, tree: Tree = parseLogQl(text)): QueryProblem | undefined {
  if (text.trim() === '') return { from: 0, to: 0, message: 'The query is empty: it needs at least a selector.' };
  const error = firstError(tree.topNode);
  if (error === undefined) return undefined;
  const from = Math.min(error.from, text.length);
  const rest = text.slice(from);
  if (rest.trim() === '') {
    return { from: Math.max(0, text.trimEnd().length - 1), to: text.length, message: explainEnd(text.trimEnd()) };
  }
  const to = Math.max(error.to, from + (/^\s*[\w-]+|^\s*\S/.exec(rest)?.[0].length ?? 1));
  return { from, to, message: explain(text, from, to) };
}

function explain(text: string, from: number, to: number): string {
  const found = text.slice(from, to).trim();
  if (found.startsWith("'")) return 'Text stands in double quotes or backticks here, not in single quotes.';
  if (found.startsWith('"') || found.startsWith('`')) return 'This text is not closed: its second quote is missing.';
  if (/[=~]\s*$/.test(text.slice(0, from))) return `A value in quotes belongs here, not ${show(found)}.`;
  if (!text.trimStart().startsWith('{') && from === text.length - text.trimStart().length) {
    return 'A query for lines begins with a selector in braces, such as {namespace="checkout"}.';
  }
  return `${show(found)} is not expected here.`;
}

function explainEnd(text: string): string {
  const open = text.lastIndexOf('{') > text.lastIndexOf('}');
  if (/(=~|!~|!=|=|\|~)$/.test(text)) return 'The query ends where a value in quotes belongs.';
  if (/\|$/.test(text)) return 'The query ends too early: after | belongs a filter, a parser or a format.';
  if (open) return 'The selector is not closed: } is missing.';
  return 'The query ends too early.';
}

const show = (found: string) => `“${found.length > 24 ? `${found.slice(0, 24)}…` : found}”`;

/** What a well-formed query gives: lines, or numbers over time. */
export function queryKind(tree: Tree): 'lines' | 'numbers' | 'broken' {
  const expression = tree.topNode.getChild(Expr);
  if (expression === null || firstError(tree.topNode)) return 'broken';
  if (expression.getChild(LogExpr)) return 'lines';
  return expression.getChild(MetricExpr) ? 'numbers' : 'broken';
}

export function hasComment(tree: Tree): boolean {
  return tree.topNode.getChild(LineComment) !== null || findAll(tree.topNode, LineComment).length > 0;
}

/** The selectors' text, for index/stats and label look-ups, which take no pipeline. */
export function selectorsOf(text: string, tree: Tree = parseLogQl(text)): string[] {
  return findAll(tree.topNode, Selector)
    .filter((node) => !firstError(node))
    .map((node) => text.slice(node.from, node.to));
}

/** Of a query for numbers: the lines it counts, without range and aggregation. */
export function countedLines(text: string, tree: Tree = parseLogQl(text)): string | undefined {
  const range = findAll(tree.topNode, LogRangeExpr)[0];
  const selector = range?.getChild('Selector');
  if (!range || !selector) return undefined;
  const pipeline = range.getChild('PipelineExpr');
  const parts = pipeline === null ? [selector] : [selector, pipeline];
  return parts.map((node) => text.slice(node.from, node.to)).join(' ');
}
