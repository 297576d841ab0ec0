import { describe, expect, it } from 'vitest';
import { sparklinePaths } from './sparkline-paths.ts';

describe('sparklinePaths', () => {
  it('draws one run when nothing is missing', () => {
    const { runs, gaps } = sparklinePaths([1, 2, 3], 88, 20);
    expect(runs).toHaveLength(1);
    expect(gaps).toEqual([]);
    expect(runs[0]?.line).toMatch(/^M0 .*L44 .*L88 2$/);
  });

  it('never joins over a gap', () => {
    const { runs, gaps } = sparklinePaths([1, null, null, 2, 2], 88, 20);
    expect(runs).toHaveLength(2);
    expect(gaps).toEqual(['M0 18.5H66']);
  });

  it('draws a silent end to the right edge', () => {
    expect(sparklinePaths([4, 4, null], 88, 20).gaps).toEqual(['M44 18.5H88']);
  });

  it('survives nothing and zeros', () => {
    expect(sparklinePaths([], 88, 20)).toEqual({ runs: [], gaps: [] });
    expect(sparklinePaths([0, 0], 88, 20).runs[0]?.line).toBe('M0 17.2L88 17.2');
  });
});
