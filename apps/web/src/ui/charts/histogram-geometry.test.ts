import { describe, expect, it } from 'vitest';
import { bucketTotal, niceMax, stackBar } from './histogram-geometry.ts';

describe('histogram', () => {
  it('starts at 0 and ends at a round number', () => {
    expect(niceMax(0)).toBe(2);
    expect(niceMax(1130)).toBe(1200);
    expect(niceMax(48)).toBe(50);
    expect(niceMax(97_000)).toBe(100_000);
  });
  it('stacks from the base with half a pixel between levels', () => {
    const [info, warn] = stackBar({ info: 50, warn: 25 }, 100, 72);
    expect(info).toEqual({ level: 'info', y: 36.5, height: 35.5 });
    expect(warn?.y).toBe(18.5);
  });
  it('keeps one error among thousands visible', () => {
    expect(stackBar({ info: 100_000, error: 1 }, 200_000, 72).at(-1)).toMatchObject({ level: 'error', height: 2 });
  });
  it('adds up every level', () => {
    expect(bucketTotal({ info: 3, error: 2, unknown: 1 })).toBe(6);
    expect(bucketTotal({})).toBe(0);
  });
});
