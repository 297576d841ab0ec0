/** A time range as the URL holds it: "now", "now-1h", or an ISO instant. Relative stays relative. */
export type Range = { from: string; to: string };

/** The same range at one moment, in epoch milliseconds. */
type ResolvedRange = { from: number; to: number };

export const DEFAULT_RANGE: Range = { from: 'now-1h', to: 'now' };

const UNIT_MS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const UNIT_NAME: Record<string, string> = { s: 'second', m: 'minute', h: 'hour', d: 'day', w: 'week' };

export const QUICK_RANGES: readonly Range[] = [
  'now-5m',
  'now-15m',
  'now-30m',
  'now-1h',
  'now-3h',
  'now-6h',
  'now-12h',
  'now-24h',
  'now-2d',
  'now-7d',
  'now-30d',
].map((from) => ({ from, to: 'now' }));

/** Epoch milliseconds of one end, or null when it cannot be read. */
export function parseInstant(text: string, now: number): number | null {
  if (text === 'now') return now;
  const relative = /^now-(\d{1,6})([smhdw])$/.exec(text);
  if (relative !== null) return now - Number(relative[1]) * (UNIT_MS[relative[2] ?? ''] ?? 0);
  const at = /^\d{10,13}$/.test(text) ? Number(text.padEnd(13, '0')) : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** Resolves "now" once. An unreadable or inverted range falls back to the last hour. */
export function resolveRange(range: Range, now: number): ResolvedRange {
  const from = parseInstant(range.from, now);
  const to = parseInstant(range.to, now);
  if (from === null || to === null || from >= to) return { from: now - 3_600_000, to: now };
  return { from, to };
}

/** An absolute range, to the millisecond, for a drag on a chart or a short link. */
export function absoluteRange(from: number, to: number): Range {
  return { from: new Date(Math.min(from, to)).toISOString(), to: new Date(Math.max(from, to)).toISOString() };
}

/** Amount and unit of "now-1h … now"; null for every other range. */
export function relativeParts(range: Range): { amount: number; unit: string } | null {
  const match = range.to === 'now' ? /^now-(\d+)([smhdw])$/.exec(range.from) : null;
  return match === null ? null : { amount: Number(match[1]), unit: match[2] ?? 's' };
}

/** "Last 1 hour", "Last 15 minutes"; null when it is not relative to now. */
export function describeRelative(range: Range): string | null {
  const parts = relativeParts(range);
  if (parts === null) return null;
  return `Last ${parts.amount} ${UNIT_NAME[parts.unit]}${parts.amount === 1 ? '' : 's'}`;
}

/** The range before or after this one, by half its length, absolute. `later` never passes now. */
export function shiftRange(range: Range, now: number, direction: 'earlier' | 'later'): Range {
  const { from, to } = resolveRange(range, now);
  const step = (to - from) / 2;
  const by = direction === 'earlier' ? -step : Math.min(step, Math.max(0, now - to));
  return absoluteRange(from + by, to + by);
}
