import { excludedLevels, withoutExclusions } from '../logql/levels.ts';
import type { LogQuery } from '../logql/query-model.ts';
import { readQuery } from '../logql/read-query.ts';
import { scopeQuery } from '../logql/scope-query.ts';
import { findProblem, parseLogQl, type QueryProblem, queryKind, selectorsOf } from '../logql/tree.ts';
import { writeQuery } from '../logql/write-query.ts';
import { addNanoseconds, fromMilliseconds, type Nanoseconds } from './nanoseconds.ts';

/**
 * One press of Run: the query and the range with "now" resolved once. Histogram, counts and list all read
 * from it, so that they speak of the same lines: those in (from, to].
 */
export interface Run {
  /** Differs for each press. */
  readonly id: string;
  /** As the person wrote it. */
  readonly text: string;
  /** As the store gets it, narrowed to the clusters of the scope. */
  readonly query: string;
  /** The same with the levels that the legend hides, so that it can say how many they are. */
  readonly everyLevel: string;
  readonly excludedLevels: readonly string[];
  readonly selector: string | undefined;
  readonly model: LogQuery | undefined;
  readonly kind: 'lines' | 'numbers' | 'broken';
  readonly problem: QueryProblem | undefined;
  readonly from: number;
  readonly to: number;
}

export interface RunInput {
  readonly text: string;
  readonly clusters: readonly string[];
  readonly from: number;
  readonly to: number;
}

let runs = 0;

export function startRun({ text, clusters, from, to }: RunInput): Run {
  const tree = parseLogQl(text);
  const read = readQuery(text);
  const model = 'query' in read ? read.query : undefined;
  const query = scopeQuery(text, clusters);
  const excluded = model === undefined ? [] : excludedLevels(model);
  runs += 1;
  return {
    id: String(runs),
    text,
    query,
    everyLevel: model && excluded.length > 0 ? scopeQuery(writeQuery(withoutExclusions(model)), clusters) : query,
    excludedLevels: excluded,
    selector: selectorsOf(query)[0],
    model,
    kind: queryKind(tree),
    problem: findProblem(text, tree),
    from,
    to,
  };
}

/**
 * A range for the store's log queries, which take [start, end): one nanosecond later than ours, so that
 * they hold exactly the lines that counting over (from, to] counts.
 */
export function lineBounds(run: Run): { start: Nanoseconds; end: Nanoseconds } {
  return {
    start: addNanoseconds(fromMilliseconds(run.from), 1n),
    end: addNanoseconds(fromMilliseconds(run.to), 1n),
  };
}
