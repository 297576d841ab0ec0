/** Log levels from the base of a stacked bar to its top. */
export const LEVELS = ['unknown', 'trace', 'debug', 'info', 'warn', 'error', 'critical'] as const;

export type Level = (typeof LEVELS)[number];

export type LevelCounts = Partial<Record<Level, number>>;

export const LEVEL_FILL: Record<Level, string> = {
  unknown: 'fill-level-unknown',
  trace: 'fill-level-trace',
  debug: 'fill-level-debug',
  info: 'fill-level-info',
  warn: 'fill-level-warn',
  error: 'fill-level-error',
  critical: 'fill-level-critical',
};

export const LEVEL_BACKGROUND: Record<Level, string> = {
  unknown: 'bg-level-unknown',
  trace: 'bg-level-trace',
  debug: 'bg-level-debug',
  info: 'bg-level-info',
  warn: 'bg-level-warn',
  error: 'bg-level-error',
  critical: 'bg-level-critical',
};
