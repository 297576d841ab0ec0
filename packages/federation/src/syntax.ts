import type { SyntaxNode } from '@lezer/common';
import { logql } from '@oriel/query-scope/logql';
import { promql } from '@oriel/query-scope/promql';
import { refuseAcross } from './refusal.ts';

export interface Reader {
  readonly source: string;
  readonly depth: number;
}

const longest = 32_768;

/** The top of the syntax tree. @throws OrielError `bad_input` */
export function parse(store: 'metrics' | 'logs', query: string): SyntaxNode {
  if (query.length > longest) throw refuseAcross(`It may be ${longest} characters long; shorten it.`);
  try {
    return (store === 'metrics' ? promql : logql).parser.parse(query).topNode;
  } catch (error) {
    const position = /^No parse at (\d+)$/.exec((error as Error).message)?.[1];
    const place = position === undefined ? '' : ` at character ${Number(position) + 1}`;
    throw refuseAcross(`The query cannot be read for certain${place}; check the spelling there.`);
  }
}

/** Without comments. */
export function childrenOf(node: SyntaxNode | null | undefined): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node?.firstChild ?? null; child; child = child.nextSibling) {
    if (child.name !== 'LineComment') children.push(child);
  }
  return children;
}

export function hasChild(node: SyntaxNode | null, name: string): boolean {
  return (node?.getChild(name) ?? null) !== null;
}
