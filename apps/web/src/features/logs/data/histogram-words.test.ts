import { expect, it } from 'vitest';
import type { Histogram } from './buckets.ts';
import { describeHistogram } from './histogram-words.ts';

const at = Date.parse('2026-03-01T14:00:00Z');
const histogram = (errors: number): Histogram => ({
  stepMs: 60_000,
  buckets: [
    { from: at, to: at + 60_000, counts: { info: 1200 } },
    { from: at + 60_000, to: at + 120_000, counts: { info: 800 - errors, error: errors } },
  ],
  byLevel: { info: 2000 - errors, error: errors },
  hidden: new Set(),
  total: 2000,
  spellings: new Map(),
});

it('says how many, and where the errors are', () => {
  expect(describeHistogram(histogram(7), 'UTC')).toBe(
    '2,000 lines in 2 min, about 1,000 a minute. 7 error and critical, most at 14:01.',
  );
  expect(describeHistogram(histogram(0), 'UTC')).toContain('No error among them');
});
