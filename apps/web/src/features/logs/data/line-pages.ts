import { type LogLine, StreamTable } from './log-line.ts';
import { addNanoseconds, compareNanoseconds, type Nanoseconds } from './nanoseconds.ts';

export const PAGE_LINES = 1000;
/** The store's own limit of lines per answer, where it has not been changed. */
export const MOST_LINES_PER_ANSWER = 5000;

export type StreamResult = readonly {
  readonly stream: Readonly<Record<string, string>>;
  readonly values: readonly (readonly [string, string, ...unknown[]])[];
}[];

/** Where the next page, going back in time, begins. */
export interface Cursor {
  /** Exclusive. One past the oldest loaded line, so that others of the same nanosecond are not lost. */
  readonly end: Nanoseconds;
  readonly limit: number;
  /** Lines of the boundary's nanosecond that are already loaded, with how often. */
  readonly loaded: ReadonlyMap<string, number>;
}

export interface LinePage {
  /** Newest first. */
  readonly lines: readonly LogLine[];
  /** Undefined when the start of the range is reached. */
  readonly next: Cursor | undefined;
  /** A nanosecond with more lines than one answer may hold: those beyond could not be read. */
  readonly cutAt?: Nanoseconds;
}

export function firstCursor(endExclusive: Nanoseconds): Cursor {
  return { end: endExclusive, limit: PAGE_LINES, loaded: new Map() };
}

/**
 * Turns one answer (direction=backward) into a page. Pages overlap in the nanosecond where the last
 * one ended; what was already loaded there is dropped, as often as it was loaded.
 */
export function readPage(result: StreamResult, cursor: Cursor, streams: StreamTable = new StreamTable()): LinePage {
  const answer = readStreams(result, streams);
  const boundary = addNanoseconds(cursor.end, -1n);
  const left = new Map(cursor.loaded);
  const lines = answer.filter((line) => line.at !== boundary || !takeOne(left, identity(line)));
  if (answer.length < cursor.limit) return { lines, next: undefined };
  const oldest = answer.at(-1)?.at as Nanoseconds;
  if (oldest !== boundary || cursor.loaded.size === 0) {
    return { lines, next: { end: addNanoseconds(oldest, 1n), limit: PAGE_LINES, loaded: countAt(answer, oldest) } };
  }
  if (cursor.limit < MOST_LINES_PER_ANSWER) {
    const limit = Math.min(cursor.limit * 2, MOST_LINES_PER_ANSWER);
    // The store may choose others among equals each time: what was loaded before stays loaded.
    return { lines, next: { end: cursor.end, limit, loaded: union(cursor.loaded, countAt(answer, oldest)) } };
  }
  return { lines, next: firstCursor(oldest), cutAt: oldest };
}

/** All lines of an answer, newest first. */
export function readStreams(result: StreamResult, streams: StreamTable): LogLine[] {
  const lines: LogLine[] = [];
  for (const { stream: labels, values } of result) {
    const { stream, extra } = streams.read(labels);
    for (const [at, text, categories] of values) {
      lines.push({ at, text, stream, extra: withCategories(extra, categories) });
    }
  }
  return lines.sort((a, b) => compareNanoseconds(b.at, a.at));
}

/** With categorized labels the store puts structured metadata and parsed labels beside each line. */
function withCategories(extra: Readonly<Record<string, string>>, categories: unknown) {
  if (typeof categories !== 'object' || categories === null) return extra;
  const { structuredMetadata, parsed } = categories as Record<string, Record<string, string> | undefined>;
  return structuredMetadata || parsed ? { ...extra, ...structuredMetadata, ...parsed } : extra;
}

const identity = (line: LogLine) => `${line.stream.key}\n${line.text}`;

function countAt(lines: readonly LogLine[], at: Nanoseconds): Map<string, number> {
  const counts = new Map<string, number>();
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index] as LogLine;
    if (line.at !== at) break;
    counts.set(identity(line), (counts.get(identity(line)) ?? 0) + 1);
  }
  return counts;
}

function union(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, number> {
  const both = new Map(a);
  for (const [key, count] of b) both.set(key, Math.max(count, both.get(key) ?? 0));
  return both;
}

function takeOne(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0;
  if (count > 0) counts.set(key, count - 1);
  return count > 0;
}
