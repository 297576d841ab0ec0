import { describe, expect, it } from 'vitest';
import { checkLogLimits } from './log-limits.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const check = (query: string, body = '') =>
  checkLogLimits([new URLSearchParams(body), new URLSearchParams(query)], now);

describe('checkLogLimits', () => {
  it.each([
    ['no range at all', ''],
    ['an hour', `start=${now / 1000 - 3600}`],
    ['thirty days in nanoseconds', `start=${now - 720 * 3_600_000}000000&end=${now}000000`],
    ['thirty days as text', 'start=2026-05-02T00:00:00Z&end=2026-06-01T00:00:00.5Z'],
    ['an hour ten years ago', 'start=1464739200&end=1464742800'],
    ['a start that is no time, which Loki names', 'start=yesterday'],
    ['5,000 lines', 'limit=5000'],
    ['a limit that is no number, which Loki names', 'limit=many'],
  ])('lets %s pass', (_what, query) => {
    expect(() => check(query)).not.toThrow();
  });

  it.each([
    ['ten years in seconds', `start=${now / 1000 - 87_600 * 3600}`, '87600h'],
    ['31 days in nanoseconds', `start=${now - 744 * 3_600_000}000000&end=${now}000000`, '744h'],
    ['31 days in seconds with a fraction', `start=${now / 1000 - 744 * 3600}.25`, '744h'],
    ['a year as text', 'start=2025-06-01T00:00:00Z&end=2026-06-01T00:00:00Z', '8760h'],
  ])('refuses %s and names length and limit', (_what, query, length) => {
    expect(() => check(query)).toThrow(`(query length: ${length}, limit: 721h)`);
  });

  it('believes the body before the address, as Loki does', () => {
    expect(() => check('limit=10', 'limit=6000')).toThrow('At most 5000 lines');
    expect(() => check('limit=6000', 'limit=10')).not.toThrow();
  });
});
