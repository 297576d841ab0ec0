import { Matcher as MatcherNode, Selector } from '@grafana/lezer-logql';
import { quoteForPeople } from '@oriel/query-scope/go-string';
import { conditionOf } from './edit-query.ts';
import { findAll, firstError, parseLogQl } from './tree.ts';

/**
 * Narrows every selector of a query to the clusters of the scope switcher, on the syntax tree. A query
 * with a mistake is left alone: the store will say what is wrong with it.
 */
export function scopeQuery(text: string, clusters: readonly string[]): string {
  if (clusters.length === 0) return text;
  const tree = parseLogQl(text);
  if (firstError(tree.topNode)) return text;
  const { operator, value } = conditionOf(clusters);
  const matcher = `cluster${operator}${quoteForPeople(value)}`;
  let scoped = text;
  for (const selector of findAll(tree.topNode, Selector).toReversed()) {
    const separator = findAll(selector, MatcherNode).length > 0 ? ', ' : '';
    scoped = `${scoped.slice(0, selector.from + 1)}${matcher}${separator}${scoped.slice(selector.from + 1)}`;
  }
  return scoped;
}
