import { formatClock, formatDay, formatHourMinute, formatMonth } from '../format/time.ts';
import { offsetAt, ofWallClock } from '../time/zoned.ts';

export type TimeTick = { /** Epoch milliseconds. */ at: number; text: string };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Those under a day divide it, so that midnight is always one of their moments. */
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 3, 5, 10].map((count) => count * DAY),
];
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];

/** At most about `most` round moments of the zone's wall clock. No two say the same: midnight is written as its day. */
export function timeTicks(from: number, to: number, most: number, zone: string): TimeTick[] {
  const step = STEPS.find((candidate) => (to - from) / candidate <= most);
  const ticks = step === undefined ? monthTicks(from, to, most, zone) : evenTicks(from, to, step, zone);
  return ticks.filter(({ at }, index) => at >= from && at <= to && at !== ticks[index - 1]?.at);
}

function evenTicks(from: number, to: number, step: number, zone: string): TimeTick[] {
  const first = Math.ceil((from + offsetAt(from, zone)) / step) * step;
  // Summer time may make the range an hour longer on the wall than it is.
  const count = Math.floor((to - from + HOUR) / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const wall = first + index * step;
    const at = ofWallClock(wall, zone);
    if (wall % DAY === 0) return { at, text: formatDay(at, zone) };
    return { at, text: step < MINUTE ? formatClock(at, zone) : formatHourMinute(at, zone) };
  });
}

function monthTicks(from: number, to: number, most: number, zone: string): TimeTick[] {
  const start = new Date(from + offsetAt(from, zone));
  const months = Math.ceil((to - from) / (28 * DAY)) + 1;
  const step = MONTHS.find((candidate) => months / candidate <= most) ?? 120;
  const first = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  return Array.from({ length: Math.ceil(months / step) + 1 }, (_, index) => {
    const month = first + index * step;
    const at = ofWallClock(Date.UTC(Math.floor(month / 12), month % 12), zone);
    return { at, text: formatMonth(at, zone) };
  });
}
