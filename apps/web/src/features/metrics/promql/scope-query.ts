import { LabelMatchers, parser, VectorSelector } from '@prometheus-io/lezer-promql';

export interface ScopedQuery {
  readonly query: string;
  /** False where the query has a mistake, or selects nothing that a cluster could narrow. */
  readonly scoped: boolean;
}

const REGEXP_META = /[\\.+*?()|[\]{}^$]/g;

/** A matcher for the clusters, with their names taken literally. */
function clusterMatcher(clusters: readonly string[]): string {
  const pattern = clusters.map((name) => name.replace(REGEXP_META, '\\$&')).join('|');
  return `cluster=~${JSON.stringify(pattern)}`;
}

/**
 * Narrows every vector selector of a query to the clusters of the scope switcher, on the syntax tree, so
 * that names in strings, comments and groupings stay as they are. A query with a mistake is left alone:
 * the store will say what is wrong with it.
 */
export function scopeQuery(text: string, clusters: readonly string[]): ScopedQuery {
  if (clusters.length === 0) return { query: text, scoped: false };
  const inserts: { at: number; text: string }[] = [];
  const matcher = clusterMatcher(clusters);
  let broken = false;
  parser.parse(text).iterate({
    enter(node) {
      if (node.type.isError) broken = true;
      if (node.type.id !== VectorSelector) return;
      const matchers = node.node.getChild(LabelMatchers);
      if (matchers === null) inserts.push({ at: node.to, text: `{${matcher}}` });
      else inserts.push({ at: matchers.from + 1, text: matchers.firstChild === null ? matcher : `${matcher}, ` });
    },
  });
  if (broken || inserts.length === 0) return { query: text, scoped: false };
  let query = text;
  for (const insert of inserts.sort((a, b) => b.at - a.at)) {
    query = query.slice(0, insert.at) + insert.text + query.slice(insert.at);
  }
  return { query, scoped: true };
}
