import { expect, it } from 'vitest';
import { FEW_SERIES, type MatrixSeries, readMatrix } from './read-matrix.ts';

const grid = { from: 1_000_000, to: 1_060_000, stepMs: 15_000 };
const series = (job: string, ...values: [number, string][]): MatrixSeries => ({ metric: { job }, values });

it('keeps gaps, and what is no finite number is one', () => {
  const data = readMatrix([series('a', [1000, '1'], [1030, 'NaN'], [1045.0004, '2.5'], [1060, '+Inf'])], grid, 'q');
  expect(data.times).toEqual([1_000_000, 1_015_000, 1_030_000, 1_045_000, 1_060_000]);
  expect(data.series).toEqual([{ id: '{job="a"}', name: '{job="a"}', values: [1, null, null, 2.5, null] }]);
});

it('keeps the order of the store for few, and puts the highest peak first for many', () => {
  const many = Array.from({ length: FEW_SERIES + 1 }, (_, index) => series(`j${index}`, [1000, String(index)]));
  expect(readMatrix(many.slice(1), grid, 'q').series[0]?.id).toBe('{job="j1"}');
  expect(readMatrix(many, grid, 'q').series[0]?.id).toBe(`{job="j${FEW_SERIES}"}`);
});

it('counts native histograms apart', () => {
  expect(readMatrix([{ metric: {} }, series('a', [1000, '1'])], grid, 'q')).toMatchObject({ histograms: 1 });
});
