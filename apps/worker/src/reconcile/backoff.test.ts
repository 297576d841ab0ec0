import { expect, test } from 'vitest';
import { backoffMs, driftIntervalMs } from './backoff.ts';

test('tries double, with at most one a second and one every five minutes in the end', () => {
  expect([1, 2, 3, 9, 50].map((failures) => backoffMs(failures, 1))).toEqual([2000, 4000, 8000, 300_000, 300_000]);
  expect(backoffMs(0, 0)).toBe(1000);
  expect(backoffMs(50, 0)).toBe(150_000);
});

test('looks are spread around a minute', () => {
  expect([0, 1].map(driftIntervalMs)).toEqual([54_000, 66_000]);
});
