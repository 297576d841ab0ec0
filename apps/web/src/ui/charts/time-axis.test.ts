import { expect, it } from 'vitest';
import { timeTicks } from './time-axis.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const to = Date.parse('2026-11-21T14:32:08Z');
const texts = (span: number, most: number, zone = 'UTC') =>
  timeTicks(to - span, to, most, zone).map((tick) => tick.text);

it('counts in round moments of the wall clock', () => {
  expect(texts(60_000, 4)).toEqual(['14:31:15', '14:31:30', '14:31:45', '14:32:00']);
  expect(texts(HOUR, 4)).toEqual(['13:45', '14:00', '14:15', '14:30']);
  expect(texts(HOUR, 4, 'Asia/Kolkata')).toEqual(['19:15', '19:30', '19:45', '20:00']);
});

it('names the day at midnight, so that a day is never repeated', () => {
  expect(texts(DAY, 5)).toEqual(['18:00', '21 Nov', '06:00', '12:00']);
  expect(texts(2 * DAY, 6)).toEqual(['20 Nov', '12:00', '21 Nov', '12:00']);
  expect(texts(7 * DAY, 7)).toEqual(['15 Nov', '16 Nov', '17 Nov', '18 Nov', '19 Nov', '20 Nov', '21 Nov']);
  expect(texts(7 * DAY, 3)).toEqual(['15 Nov', '18 Nov', '21 Nov']);
});

it('counts in months where days are too many', () => {
  expect(texts(300 * DAY, 5)).toEqual(['Apr 2026', 'Jul 2026', 'Oct 2026']);
  expect(texts(6 * 365 * DAY, 4)).toEqual(['Jan 2022', 'Jan 2024', 'Jan 2026']);
});

it('keeps local midnight over a change of summer time, and no moment twice', () => {
  const from = Date.parse('2026-10-24T00:00:00+02:00');
  expect(timeTicks(from, from + 3 * DAY, 8, 'Europe/Amsterdam').map(({ text }) => text)).toEqual(
    '24 Oct,12:00,25 Oct,12:00,26 Oct,12:00'.split(','),
  );
  for (const day of ['2026-03-29T00:00:00+01:00', '2026-10-25T00:00:00+02:00']) {
    const ats = timeTicks(Date.parse(day), Date.parse(day) + DAY, 24, 'Europe/Amsterdam').map(({ at }) => at);
    expect(ats).toEqual([...new Set(ats)].toSorted((a, b) => a - b));
  }
});
