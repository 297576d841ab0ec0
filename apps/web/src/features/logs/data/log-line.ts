import type { Level } from '@/ui/charts/level.ts';
import { levelOf } from '../level.ts';
import type { Nanoseconds } from './nanoseconds.ts';

/** Labels that the agents put on every stream, in the order in which a person looks for them. */
export const PLATFORM_LABELS = ['cluster', 'namespace', 'pod', 'container', 'level', 'region', 'project'] as const;
const PLATFORM: ReadonlySet<string> = new Set(PLATFORM_LABELS);

export interface LogStream {
  readonly key: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly level: Level;
}

export interface LogLine {
  /** Nanoseconds since the epoch. */
  readonly at: Nanoseconds;
  readonly text: string;
  /** Shared by all lines of the stream. */
  readonly stream: LogStream;
  /** Structured metadata, and what the query's own parsers found. */
  readonly extra: Readonly<Record<string, string>>;
}

const NONE: Readonly<Record<string, string>> = Object.freeze({});

/** One object per stream, over all pages of a run, so that 100,000 lines share a handful of labels. */
export class StreamTable {
  private readonly known = new Map<string, LogStream>();

  /** Splits a result's labels into the stream's own and the rest. */
  read(labels: Readonly<Record<string, string>>): { stream: LogStream; extra: Readonly<Record<string, string>> } {
    const own: [string, string][] = [];
    const rest: [string, string][] = [];
    for (const entry of Object.entries(labels)) (PLATFORM.has(entry[0]) ? own : rest).push(entry);
    own.sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(own);
    let stream = this.known.get(key);
    if (stream === undefined) {
      stream = { key, labels: Object.fromEntries(own), level: levelOf(labels.level) };
      this.known.set(key, stream);
    }
    return { stream, extra: rest.length === 0 ? NONE : Object.fromEntries(rest) };
  }
}

/**
 * Names a line for the URL's `row`: its nanosecond and a short hash of stream and text, because several
 * lines may share a nanosecond.
 */
export function lineId(line: LogLine): string {
  let hash = 0x811c9dc5;
  for (const part of [line.stream.key, line.text]) {
    for (let at = 0; at < part.length; at += 1) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193);
  }
  return `${line.at}.${(hash >>> 0).toString(36)}`;
}

/** The nanosecond inside a line's name, or undefined for text that is none. */
export function nanosecondOfId(id: string): Nanoseconds | undefined {
  return /^(\d{16,20})\.[0-9a-z]{1,7}$/.exec(id)?.[1];
}
