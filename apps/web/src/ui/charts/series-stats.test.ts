import { expect, it } from 'vitest';
import { seriesLook, seriesStats } from './series-stats.ts';

it('ignores gaps', () => {
  expect(seriesStats([3, null, 1, 2, null])).toEqual({ last: 2, min: 1, max: 3 });
  expect(seriesStats([null])).toEqual({ last: null, min: null, max: null });
});

it('repeats the ninth series with a dash', () => {
  expect(seriesLook(0)).toEqual({ slot: 1, dash: undefined });
  expect(seriesLook(8)).toEqual({ slot: 1, dash: [4, 3] });
});
