import { OrielError } from '@oriel/domain/errors';

/** Loki's own default and the embedded seed's: thirty days and an hour. */
const longestHours = 721;
const mostLines = 5_000;
const hour = 3_600_000;

/**
 * Refuses what Loki would work on for long and refuse in the end, with a sentence that says what is allowed. Values
 * that cannot be read are left to Loki, which names them.
 *
 * @param form the parameters in Loki's order of precedence: those of the body first, then those of the address.
 * @throws OrielError `bad_input`
 */
export function checkLogLimits(form: readonly URLSearchParams[], now: number): void {
  const get = (name: string) =>
    form.map((values) => values.get(name)).find((value) => value !== null && value !== '') ?? undefined;
  const limit = get('limit');
  if (limit !== undefined && Number(limit) > mostLines) {
    throw new OrielError(
      'bad_input',
      `At most ${mostLines} lines can be asked for at once ("limit" is ${limit}). Ask for the next ones from the last time stamp on.`,
    );
  }
  const end = milliseconds(get('end')) ?? now;
  const start = milliseconds(get('start'));
  if (start === undefined) return;
  const hours = (end - start) / hour;
  if (hours > longestHours) {
    throw new OrielError(
      'bad_input',
      `The time range exceeds the limit of the log store (query length: ${Math.ceil(hours)}h, limit: ${longestHours}h). Choose a range of at most ${longestHours} hours, which is 30 days.`,
    );
  }
}

/** Loki takes RFC 3339, seconds with a fraction, seconds of at most ten digits, and nanoseconds. */
export function milliseconds(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^-?\d+\.\d*$/.test(value)) return Number(value) * 1_000;
  if (/^-?\d+$/.test(value)) return value.length <= 10 ? Number(value) * 1_000 : Number(value) / 1e6;
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? undefined : parsed;
}
