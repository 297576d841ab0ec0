import { describe, expect, it } from 'vitest';
import { absoluteRange, describeRelative, parseInstant, resolveRange, shiftRange } from './range.ts';

const NOW = Date.UTC(2026, 10, 21, 14, 32, 0);
const HOUR = 3_600_000;

describe('range', () => {
  it('reads relative, ISO and epoch instants', () => {
    expect(parseInstant('now', NOW)).toBe(NOW);
    expect(parseInstant('now-90m', NOW)).toBe(NOW - 1.5 * HOUR);
    expect(parseInstant('2026-11-21T14:00:00Z', NOW)).toBe(Date.UTC(2026, 10, 21, 14));
    expect(parseInstant('1795271520', NOW)).toBe(1_795_271_520_000);
    expect(parseInstant('yesterday-ish', NOW)).toBeNull();
  });
  it('falls back to the last hour when a range is broken or inverted', () => {
    const lastHour = { from: NOW - HOUR, to: NOW };
    expect(resolveRange({ from: 'x', to: 'now' }, NOW)).toEqual(lastHour);
    expect(resolveRange({ from: 'now', to: 'now-1h' }, NOW)).toEqual(lastHour);
  });
  it('orders a drag made from right to left', () => {
    expect(absoluteRange(NOW, NOW - HOUR)).toEqual({
      from: '2026-11-21T13:32:00.000Z',
      to: '2026-11-21T14:32:00.000Z',
    });
  });
  it('describes what is relative, and only that', () => {
    expect(describeRelative({ from: 'now-1h', to: 'now' })).toBe('Last 1 hour');
    expect(describeRelative({ from: 'now-15m', to: 'now' })).toBe('Last 15 minutes');
    expect(describeRelative({ from: 'now-2h', to: 'now-1h' })).toBeNull();
  });
  it('moves by half and stops at now', () => {
    const range = { from: 'now-1h', to: 'now' };
    expect(resolveRange(shiftRange(range, NOW, 'earlier'), NOW)).toEqual({
      from: NOW - 1.5 * HOUR,
      to: NOW - HOUR / 2,
    });
    expect(resolveRange(shiftRange(range, NOW, 'later'), NOW)).toEqual({ from: NOW - HOUR, to: NOW });
  });
});
