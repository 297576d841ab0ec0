import type { LogLine } from './log-line.ts';
import { compareNanoseconds } from './nanoseconds.ts';

/**
 * Two lists, each newest first, as one. What both hold (same nanosecond, stream and text) stands there once:
 * a store keeps such a line once too.
 */
export function mergeLines(some: readonly LogLine[], others: readonly LogLine[]): readonly LogLine[] {
  if (some.length === 0) return others;
  const merged: LogLine[] = [];
  let next = 0;
  for (const line of some) {
    for (let other = others[next]; other && compareNanoseconds(other.at, line.at) > 0; other = others[++next])
      merged.push(other);
    if (!holds(others, next, line)) merged.push(line);
  }
  return merged.concat(others.slice(next));
}

/** Whether the line stands among those of its nanosecond, which begin at `from`. */
function holds(lines: readonly LogLine[], from: number, { at, text, stream }: LogLine): boolean {
  for (let index = from; lines[index]?.at === at; index += 1) {
    const line = lines[index] as LogLine;
    if (line.text === text && line.stream.key === stream.key) return true;
  }
  return false;
}
