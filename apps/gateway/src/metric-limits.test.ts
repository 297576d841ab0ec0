import { expect, test } from 'vitest';
import { checkMetricLimits } from './metric-limits.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
const check = (parameters: Record<string, string>) => () => checkMetricLimits([new URLSearchParams(parameters)], now);
const daysAgo = (days: number) => String(now / 1000 - days * 86_400);

test('a range query over ten years is refused, with what is allowed', () => {
  expect(check({ query: 'up', start: daysAgo(3650), end: String(now / 1000), step: '60' })).toThrow(
    /query length: 87600h, limit: 12000h/,
  );
});

test('ordinary ranges, instant queries and look-ups of names pass', () => {
  expect(check({ query: 'up', start: daysAgo(30), end: String(now / 1000), step: '60' })).not.toThrow();
  expect(check({ query: 'up', time: daysAgo(3650) })).not.toThrow();
  expect(check({ start: daysAgo(3650), end: String(now / 1000) })).not.toThrow();
});
