import { absoluteRange, type Range } from '@/ui/time/range.ts';
import type { LogQuery } from '../logql/query-model.ts';
import type { LogLine } from './log-line.ts';
import { toMilliseconds } from './nanoseconds.ts';

const AROUND_MS = 2 * 60_000;
const PLACE = ['cluster', 'namespace', 'pod', 'container'] as const;

/** Everything that the same container said: without level and text filters, so that a stack trace is whole. */
export function contextQuery(line: LogLine): LogQuery {
  const matchers = PLACE.flatMap((label) => {
    const value = line.stream.labels[label];
    return value === undefined ? [] : [{ label, operator: '=' as const, value }];
  });
  return { matchers, stages: [] };
}

/** Two minutes before and after. */
export function contextRange(line: LogLine): Range {
  const at = toMilliseconds(line.at);
  return absoluteRange(at - AROUND_MS, at + AROUND_MS);
}
