import { formatClock, formatDateTime, formatHourMinute } from '../format/time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** As short as the span allows: seconds under ten minutes, a date over a day and a half. */
export function axisLabel(at: number, spanMs: number, zone: string): string {
  if (spanMs < 10 * MINUTE) return formatClock(at, zone);
  if (spanMs <= 36 * HOUR) return formatHourMinute(at, zone);
  return formatDateTime(at, zone).replace(/ \d{4}.*$/, '');
}
