import { describe, expect, it } from 'vitest';
import { formatBinaryBytes, formatBytes } from './bytes.ts';
import { formatCompact, formatCount, formatPlural } from './count.ts';
import { formatAge, formatCountdown, formatDuration, formatLag } from './duration.ts';
import { formatByteRate, formatRate } from './rate.ts';
import { formatCores, formatPercent } from './resource.ts';
import { formatClock, formatClockMs, formatDateTime, formatMoment, formatWithin, formatZone } from './time.ts';

describe('bytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [21_000, '21 KB'],
    [310_400, '310 KB'],
    [999_900, '1.0 MB'],
    [4_000_000, '4.0 MB'],
    [12_300_000_000, '12 GB'],
  ])('%d is %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  it('keeps a whole binary unit whole and a measured one with its decimal', () => {
    expect(formatBinaryBytes(1024 ** 3)).toBe('1 GiB');
    expect(formatBinaryBytes(612 * 1024 ** 2)).toBe('612 MiB');
    expect(formatBinaryBytes(3.02 * 1024 ** 3)).toBe('3.0 GiB');
  });
});

describe('counts and rates', () => {
  it('separates thousands', () => expect(formatCount(48_312)).toBe('48,312'));
  it.each([
    [0, '0'],
    [0.36, '0.4'],
    [980, '980'],
    [1200, '1.2k'],
    [31_240, '31.2k'],
    [999_960, '1M'],
    [4_120_000, '4.1M'],
  ])('%d is %s in short', (count, text) => expect(formatCompact(count)).toBe(text));
  it('names the thing', () => {
    expect(formatRate(8410, 'lines')).toBe('8,410 lines/s');
    expect(formatRate(31_200, 'samples')).toBe('31.2k samples/s');
    expect(formatRate(0, 'samples')).toBe('0 samples/s');
    expect(formatByteRate(5_100_000)).toBe('5.1 MB/s');
    expect(formatPlural(1, 'cluster')).toBe('1 cluster');
    expect(formatPlural(38, 'cluster')).toBe('38 clusters');
  });
});

describe('durations', () => {
  it.each([
    [38, '38 ms'],
    [2100, '2.1 s'],
    [12_400, '12 s'],
    [60_000, '1 min'],
    [363_000, '6 min 03 s'],
    [3_599_600, '60 min'],
    [10_500_000, '2 h 55 min'],
    [273_600_000, '3 d 4 h'],
  ])('%d ms is %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

  it('drops seconds once a lag is long', () => {
    expect(formatLag(372_000)).toBe('6 min 12 s');
    expect(formatLag(23 * 60_000 + 17_000)).toBe('23 min');
    expect(formatLag(400)).toBe('0 s');
    expect(formatAge(0, 12_300)).toBe('12 s ago');
  });

  it('counts down to zero and no further', () => {
    expect(formatCountdown(702_000)).toBe('11:42');
    expect(formatCountdown(3_725_000)).toBe('1:02:05');
    expect(formatCountdown(-5)).toBe('00:00');
  });
});

describe('resources', () => {
  it.each([
    [0.038, '38 m'],
    [0.21, '0.21 core'],
    [2.5, '2.5 cores'],
  ])('%d cores', (cores, text) => expect(formatCores(cores)).toBe(text));
  it('keeps a decimal for small shares', () => {
    expect(formatPercent(0.003)).toBe('0.3 %');
    expect(formatPercent(0.52)).toBe('52 %');
  });
});

describe('times', () => {
  const at = Date.UTC(2026, 10, 21, 13, 32, 7, 912);
  it('shows a 24 h clock in the zone', () => {
    expect(formatClock(at, 'UTC')).toBe('13:32:07');
    expect(formatClock(at, 'Europe/Amsterdam')).toBe('14:32:07');
    expect(formatClockMs(at, 'UTC')).toBe('13:32:07.912');
    expect(formatDateTime(at, 'UTC')).toBe('21 Nov 2026, 13:32:07');
  });
  it('adds a date only when the day differs', () => {
    expect(formatMoment(at, 'UTC', at + 60_000)).toBe('13:32:07');
    expect(formatMoment(at, 'UTC', at + 86_400_000)).toBe('21 Nov 13:32:07');
    expect(formatMoment(at, 'UTC', Date.UTC(2027, 0, 2))).toBe('21 Nov 2026, 13:32:07');
  });
  it('names the day where a range has more than one in the zone', () => {
    const hour = { from: at - 3_600_000, to: at };
    expect(formatWithin(at, hour, 'UTC')).toBe('13:32:07');
    expect(formatWithin(at, { from: at - 86_400_000, to: at }, 'UTC')).toBe('21 Nov 13:32:07');
    expect(formatWithin(at, hour, 'Pacific/Auckland')).toBe('02:32:07');
    expect(formatWithin(at, { from: at - 3 * 3_600_000, to: at }, 'Pacific/Auckland')).toBe('22 Nov 02:32:07');
  });
  it('names a zone by its place', () => {
    expect(formatZone('UTC')).toBe('UTC');
    expect(formatZone('America/New_York')).toBe('New York');
  });
});
