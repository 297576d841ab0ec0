import { OrielError } from '@oriel/domain/errors';
import { milliseconds } from './log-limits.ts';

/** The embedded seed's `max_total_query_length`. */
const longestHours = 12_000;
const hour = 3_600_000;

/**
 * Refuses a range query over more than the store answers for. Mimir cuts the start to its retention before it looks at
 * its own limit, and then answers with less than was asked for and no word about it.
 *
 * @param form the parameters in order of precedence: those of the body first, then those of the address.
 * @throws OrielError `bad_input`
 */
export function checkMetricLimits(form: readonly URLSearchParams[], now: number): void {
  const get = (name: string) => form.map((values) => values.get(name)).find((value) => value) ?? undefined;
  const start = milliseconds(get('start'));
  // Only a range query has a step; looking names and series up over years is cheap.
  if (start === undefined || get('step') === undefined) return;
  const hours = ((milliseconds(get('end')) ?? now) - start) / hour;
  if (hours <= longestHours) return;
  throw new OrielError(
    'bad_input',
    `The time range exceeds the limit of the metric store (query length: ${Math.ceil(hours)}h, limit: ${longestHours}h). Choose a range of at most ${longestHours} hours, which is 500 days.`,
  );
}
