import { readStreams, type StreamResult } from './line-pages.ts';
import type { LogLine, StreamTable } from './log-line.ts';

export interface TailMessage {
  /** Newest first. */
  readonly lines: readonly LogLine[];
  /** Lines that the store left out because the reader was too slow. */
  readonly dropped: number;
}

/** One message of Loki's tail (pkg/loghttp: TailResponse). What is none counts as nothing. */
export function readTailMessage(text: string, streams: StreamTable): TailMessage {
  const { streams: result, dropped_entries: dropped } = parse(text);
  return {
    lines: Array.isArray(result) ? readStreams(result as StreamResult, streams) : [],
    dropped: Array.isArray(dropped) ? dropped.length : 0,
  };
}

function parse(text: string): { streams?: unknown; dropped_entries?: unknown } {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? json : {};
  } catch {
    return {};
  }
}
