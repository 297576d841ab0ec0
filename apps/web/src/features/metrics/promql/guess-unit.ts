/** What the values of a query mean, as far as its metric names tell. */
export type Unit = 'bytes' | 'bytes-per-second' | 'seconds' | 'cores' | 'per-second' | 'none';

/** What stands over an axis of such values. */
export const UNIT_WORDS: Readonly<Record<Unit, string>> = {
  bytes: 'bytes',
  'bytes-per-second': 'bytes per second',
  seconds: 'seconds',
  cores: 'cores',
  'per-second': 'per second',
  none: 'plain numbers',
};

const KEYWORDS = new Set(
  'by without on ignoring group_left group_right bool offset and or unless start end inf nan fill fill_left fill_right anchored smoothed'.split(
    ' ',
  ),
);
/** These answer with something else than what they were given: a number of series, a moment, an angle, a share. */
const CHANGES_UNIT =
  /\b(count|count_values|group|absent|absent_over_time|count_over_time|present_over_time|changes|resets|timestamp|time|sgn|ln|log2|log10|exp|sqrt|stdvar|stdvar_over_time|histogram_count|histogram_fraction|histogram_stdvar|day_of_\w+|days_in_month|hour|minute|month|year|scalar|vector)\s*(by\b|without\b|\()/i;
const PER_SECOND = /\b(rate|irate|deriv)\s*\(/;

/**
 * Guesses a unit from the names of the metrics (`_bytes`, `_seconds`, `_total` under rate). Arithmetic that
 * may change the unit, names that disagree, and shares of one are left without. Source of the names:
 * https://prometheus.io/docs/practices/naming/.
 */
export function guessUnit(query: string): Unit {
  const bare = query
    .replace(/#[^\n]*/g, ' ')
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, ' ')
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/gi, ' by ');
  if (/[*/%^]|\batan2\b/.test(bare) || CHANGES_UNIT.test(bare)) return 'none';
  const units = new Set(metricNames(bare).map((name) => unitOf(name, PER_SECOND.test(bare), bare)));
  const [unit] = units;
  return units.size === 1 && unit !== undefined ? unit : 'none';
}

function metricNames(bare: string): string[] {
  return [...bare.matchAll(/(?<![\w:.])[A-Za-z_:][\w:]*(?!\s*\(|[\w:])/g)]
    .map(([name]) => name)
    .filter(
      (name) => !KEYWORDS.has(name.toLowerCase()) && !/^(sum|avg|min|max|topk|bottomk|quantile|stddev)$/.test(name),
    );
}

function unitOf(name: string, perSecond: boolean, bare: string): Unit {
  if (name.endsWith('_bucket') && !bare.includes('histogram_quantile')) return perSecond ? 'per-second' : 'none';
  if (name.endsWith('_count')) return perSecond ? 'per-second' : 'none';
  const base = name.replace(/_(total|sum|bucket)$/, '').replace(/:[\w:]*$/, '');
  const rate = perSecond && !name.endsWith('_bucket');
  if (base.endsWith('_bytes')) return rate ? 'bytes-per-second' : 'bytes';
  if (/cpu.*_seconds$/.test(base)) return rate ? 'cores' : 'seconds';
  if (base.endsWith('_seconds'))
    return rate ? 'none' : /_timestamp_seconds$|time_seconds$/.test(base) ? 'none' : 'seconds';
  return rate && name.endsWith('_total') ? 'per-second' : 'none';
}
