export const ZONE_COOKIE = 'oriel-zone';

/** An IANA zone name from the cookie, or UTC when it is missing or unknown to this runtime. */
export function parseZone(value: string | undefined): string {
  if (value === undefined || value === '') return 'UTC';
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: value });
    return value;
  } catch {
    return 'UTC';
  }
}
