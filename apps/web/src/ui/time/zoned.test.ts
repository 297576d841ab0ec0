import { describe, expect, it } from 'vitest';
import { fromWallClock, toWallClock } from './zoned.ts';

describe('wall clocks', () => {
  it.each(['UTC', 'Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata'])('come back unchanged in %s', (zone) => {
    expect(toWallClock(fromWallClock('2026-07-14 09:05:33', zone) ?? 0, zone)).toBe('2026-07-14 09:05:33');
  });
  it('knows summer time', () => {
    expect(fromWallClock('2026-07-01 12:00', 'Europe/Amsterdam')).toBe(Date.UTC(2026, 6, 1, 10));
    expect(fromWallClock('2026-03-29 03:30', 'Europe/Amsterdam')).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });
  it('refuses what is not a date', () => {
    expect(fromWallClock('soon', 'UTC')).toBeNull();
    expect(fromWallClock('2026-13-40 10:00', 'UTC')).toBeNull();
  });
});
