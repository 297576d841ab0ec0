const formatters = new Map<string, Intl.DateTimeFormat>();

function parts(date: Date | number, zone: string): Record<string, string> {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
    });
    formatters.set(zone, formatter);
  }
  return Object.fromEntries(formatter.formatToParts(date).map((part) => [part.type, part.value]));
}

/** "14:32:08" in the given IANA zone. */
export function formatClock(date: Date | number, zone: string): string {
  const { hour, minute, second } = parts(date, zone);
  return `${hour}:${minute}:${second}`;
}

/** "14:32:07.912" for log lines. */
export function formatClockMs(date: Date | number, zone: string): string {
  return `${formatClock(date, zone)}.${parts(date, zone).fractionalSecond}`;
}

/** "14:32", for axes. */
export function formatHourMinute(date: Date | number, zone: string): string {
  const { hour, minute } = parts(date, zone);
  return `${hour}:${minute}`;
}

/** "21 Nov", for axes. */
export function formatDay(date: Date | number, zone: string): string {
  const { day, month } = parts(date, zone);
  return `${day} ${month}`;
}

/** "Nov 2026", for axes. */
export function formatMonth(date: Date | number, zone: string): string {
  const { month, year } = parts(date, zone);
  return `${month} ${year}`;
}

/** "21 Nov 2026, 14:32:08". The zone itself is shown once, in the picker and the sill. */
export function formatDateTime(date: Date | number, zone: string): string {
  const { day, month, year } = parts(date, zone);
  return `${day} ${month} ${year}, ${formatClock(date, zone)}`;
}

/** The shortest that is unambiguous beside `now`: "14:32:08" today, "21 Nov 14:32:08" this year, else with the year. */
export function formatMoment(date: Date | number, zone: string, now: Date | number): string {
  const at = parts(date, zone);
  const today = parts(now, zone);
  if (at.year !== today.year) return formatDateTime(date, zone);
  if (at.day === today.day && at.month === today.month) return formatClock(date, zone);
  return `${at.day} ${at.month} ${formatClock(date, zone)}`;
}

/** A moment of a range: "14:32:08" where all of it is one day of the zone, else "21 Nov 14:32:08". */
export function formatWithin(
  at: Date | number,
  range: { readonly from: number; readonly to: number },
  zone: string,
): string {
  const clock = formatClock(at, zone);
  return formatDateTime(range.from, zone).slice(0, -8) === formatDateTime(range.to, zone).slice(0, -8)
    ? clock
    : `${formatDay(at, zone)} ${clock}`;
}

/** "UTC", or the last part of a zone's name: "Amsterdam". */
export function formatZone(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}
