import { describe, expect, it } from 'vitest';
import type { LogLine } from './log-line.ts';
import { mergeLines } from './merge-lines.ts';

const stream = { key: 'a', labels: {}, level: 'info' } as const;
const line = (at: number, text = 'x'): LogLine => ({ at: String(1000 + at), text, stream, extra: {} });
const brief = (lines: readonly LogLine[]) => lines.map(({ at, text }) => `${Number(at) - 1000}${text}`);

describe('mergeLines', () => {
  it('keeps both newest first', () => {
    expect(brief(mergeLines([line(5), line(2)], [line(4), line(3), line(1)]))).toEqual(['5x', '4x', '3x', '2x', '1x']);
  });

  it('holds what is in both once, also between others of one nanosecond', () => {
    const tail = [line(5), line(4, 'b'), line(4, 'a')];
    expect(brief(mergeLines(tail, [line(4, 'a'), line(4, 'b'), line(3)]))).toEqual(['5x', '4a', '4b', '3x']);
  });

  it('gives one list as it is when the other is empty', () => {
    const lines = [line(1)];
    expect(mergeLines([], lines)).toBe(lines);
    expect(brief(mergeLines(lines, []))).toEqual(['1x']);
  });
});
