import { describe, expect, it } from 'vitest';
import { rowAt, rowOffsets } from './row-offsets.ts';

describe('row offsets', () => {
  const offsets = rowOffsets(4, (index) => (index === 1 ? 70 : undefined), 36);

  it('mixes measured and estimated rows', () => {
    expect([...offsets]).toEqual([0, 36, 106, 142, 178]);
  });
  it('finds the row at a height', () => {
    expect([0, 35, 36, 105, 106, 177, 9999, -20].map((height) => rowAt(offsets, height))).toEqual([
      0, 0, 1, 1, 2, 3, 3, 0,
    ]);
  });
  it('is calm without rows', () => {
    const none = rowOffsets(0, () => undefined, 36);
    expect([...none]).toEqual([0]);
    expect(rowAt(none, 50)).toBe(0);
  });
});
