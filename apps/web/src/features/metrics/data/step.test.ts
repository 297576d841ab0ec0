import { expect, it } from 'vitest';
import { stepFor, timesOf } from './step.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

it.each([
  [60_000, 5_000],
  [HOUR, 15_000],
  [6 * HOUR, 30_000],
  [DAY, 120_000],
  [7 * DAY, 900_000],
  [30 * DAY, HOUR],
  [20 * 365 * DAY, 30 * DAY],
])('over %d ms auto is %d ms', (range, ms) => expect(stepFor('auto', range)).toEqual({ ms, raised: false }));

it('keeps auto under 1,000 points and every step under 11,000', () => {
  for (let range = 1000; range < 2e12; range *= 1.7) {
    expect(timesOf(0, range, stepFor('auto', range).ms).length).toBeLessThanOrEqual(1000);
    expect(timesOf(0, range, stepFor('15s', range).ms).length).toBeLessThanOrEqual(11_000);
  }
});

it('raises a chosen step that the store would refuse', () => {
  expect(stepFor('15s', DAY)).toEqual({ ms: 15_000, raised: false });
  expect(stepFor('15s', 7 * DAY)).toEqual({ ms: 60_000, raised: true });
});

it('counts both ends', () => expect(timesOf(0, 30, 15)).toEqual([0, 15, 30]));

it.each([
  [0, 100, 30, [10, 40, 70, 100]],
  [7, 90 * 60_000 + 7, HOUR, [30 * 60_000 + 7, 90 * 60_000 + 7]],
  [0, 10, 30, [10]],
])('from %d to %d in steps of %d the last moment is the end', (from, to, step, times) =>
  expect(timesOf(from, to, step)).toEqual(times),
);
