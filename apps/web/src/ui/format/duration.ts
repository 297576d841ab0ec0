const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (value: number) => String(value).padStart(2, '0');

/** Two units at most, a space before each: "38 ms", "2.1 s", "12 s", "6 min 03 s", "2 h 55 min", "3 d 4 h". */
export function formatDuration(milliseconds: number): string {
  const ms = Math.max(0, milliseconds);
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  if (ms < 9.95 * SECOND) return `${(ms / SECOND).toFixed(1).replace(/\.0$/, '')} s`;
  const seconds = Math.round(ms / SECOND);
  if (seconds < 60) return `${seconds} s`;
  if (ms < HOUR) return withRest(Math.floor(seconds / 60), 'min', two(seconds % 60), 's');
  const minutes = Math.round(ms / MINUTE);
  if (ms < DAY) return withRest(Math.floor(minutes / 60), 'h', String(minutes % 60), 'min');
  const hours = Math.round(ms / HOUR);
  return withRest(Math.floor(hours / 24), 'd', String(hours % 24), 'h');
}

/** How long ago, as a reader needs it: seconds matter up to ten minutes, then whole minutes. "6 min 12 s", "23 min". */
export function formatLag(milliseconds: number): string {
  const ms = Math.max(0, milliseconds);
  if (ms < 10 * MINUTE) return ms < SECOND ? '0 s' : formatDuration(Math.round(ms / SECOND) * SECOND);
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  return formatDuration(ms);
}

/** "12 s ago", "23 min ago". `now` is given, so that a list agrees with itself. */
export function formatAge(then: Date | number, now: Date | number): string {
  return `${formatLag(Number(now) - Number(then))} ago`;
}

/** A countdown in tabular figures: "11:42", "1:02:05". */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / SECOND));
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

function withRest(big: number, bigUnit: string, small: string, smallUnit: string): string {
  return Number(small) === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;
}
