import { describe, expect, it } from 'vitest';
import { diffLines } from './diff-lines.ts';

const short = (before: string, after: string, context?: number) =>
  diffLines(before, after, context).map(
    (line) => `${line.number}${{ same: ' ', add: '+', remove: '-' }[line.kind]}${line.text}`,
  );

describe('diffLines', () => {
  it('puts removals before additions and keeps context', () => {
    expect(short('a\nb\nc\n', 'a\nB\nc\n')).toEqual(['1 a', '2-b', '2+B', '3 c']);
  });
  it('drops what is far from a change', () => {
    expect(short('1\n2\n3\n4\n5', '1\n2\n3\n4\n5\n6', 1)).toEqual(['5 5', '6+6']);
  });
  it('is empty when nothing changes, and whole for a new object', () => {
    expect(short('a', 'a')).toEqual([]);
    expect(short('', 'a\nb')).toEqual(['1+a', '2+b']);
  });
});
