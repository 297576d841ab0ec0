import { describe, expect, it } from 'vitest';
import { type CountResult, MOST_BUCKETS, planBuckets, readHistogram } from './buckets.ts';

const MINUTE = 60_000;
const at = (text: string) => Date.parse(`2026-03-01T${text}Z`);

describe('planning', () => {
  it('counts an hour in minutes, aligned, with its edges apart', () => {
    const plan = planBuckets(at('13:32:08.250'), at('14:32:08.250'));
    expect(plan.stepMs).toBe(MINUTE);
    expect(plan.buckets).toHaveLength(61);
    expect(plan.whole).toEqual({ from: at('13:33:00'), to: at('14:32:00') });
    expect(plan.pieces).toEqual([
      { from: at('13:32:08.250'), to: at('13:33:00') },
      { from: at('14:32:00'), to: at('14:32:08.250') },
    ]);
  });

  it('has no pieces when the range is round', () => {
    const plan = planBuckets(at('13:00:00'), at('14:00:00'));
    expect(plan.pieces).toEqual([]);
    expect(plan.buckets).toHaveLength(60);
  });

  it('has only a piece when the range is inside one step', () => {
    const plan = planBuckets(at('13:00:00.0'), at('13:00:00.0') + 1);
    expect(plan.buckets).toHaveLength(1);
  });

  it.each([1, 7, 999, 5 * MINUTE, 61 * MINUTE, 86_400_000 + 1, 31 * 86_400_000, 10 * 365 * 86_400_000])(
    'covers %i ms without gap or overlap in at most 80 buckets',
    (length) => {
      const from = at('13:32:08.251');
      const { buckets } = planBuckets(from, from + length);
      expect(buckets.length).toBeLessThanOrEqual(MOST_BUCKETS);
      expect(buckets[0]?.from).toBe(from);
      expect(buckets.at(-1)?.to).toBe(from + length);
      buckets.slice(1).forEach((bucket, index) => {
        expect(bucket.from).toBe(buckets[index]?.to);
      });
    },
  );
});

describe('reading', () => {
  const plan = planBuckets(at('13:32:30'), at('13:35:10'), 4);
  const seconds = (text: string) => at(text) / 1000;

  it('sums every level and says how the streams spell it', () => {
    const whole: CountResult = [
      {
        metric: { level: 'info' },
        values: [
          [seconds('13:33:00'), '999'],
          [seconds('13:34:00'), '5'],
        ],
      },
      { metric: { level: 'warning' }, values: [[seconds('13:35:00'), '2']] },
      { metric: { level: 'WARN' }, values: [[seconds('13:35:00'), '1']] },
      { metric: {}, values: [[seconds('13:34:00'), '3']] },
    ];
    const pieces: CountResult[] = [
      [{ metric: { level: 'info' }, value: [seconds('13:33:00'), '7'] }],
      [{ metric: { level: 'fatal' }, value: [seconds('13:35:10'), '1'] }],
    ];
    // The store's own sample at 13:33:00 reaches back before the range: the piece counts instead of it.
    const histogram = readHistogram(plan, { whole, pieces, excluded: [] });
    expect(plan.stepMs).toBe(MINUTE);
    expect(histogram.byLevel).toMatchObject({ info: 12, warn: 3, unknown: 3, critical: 1 });
    expect(histogram.total).toBe(19);
    expect(histogram.spellings.get('warn')).toEqual(['warning', 'WARN']);
    expect(histogram.spellings.get('unknown')).toEqual(['']);
    expect(histogram.buckets.map((bucket) => bucket.counts.info)).toEqual([7, 5, undefined, undefined]);
  });

  it('counts hidden levels for the legend, but not in the total', () => {
    const whole: CountResult = [
      { metric: { level: 'info' }, values: [[seconds('13:34:00'), '5']] },
      { metric: { level: 'debug' }, values: [[seconds('13:34:00'), '40']] },
      { metric: { level: 'warn' }, values: [[seconds('13:34:00'), '2']] },
      { metric: { level: 'warning' }, values: [[seconds('13:34:00'), '3']] },
    ];
    const histogram = readHistogram(plan, { whole, pieces: [], excluded: ['debug', 'warn'] });
    expect([...histogram.hidden]).toEqual(['debug']);
    expect(histogram.byLevel).toEqual({ info: 5, debug: 40, warn: 3 });
    expect(histogram.total).toBe(8);
  });
});
