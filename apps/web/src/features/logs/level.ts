import type { Level } from '@/ui/charts/level.ts';

const SPELLINGS: Record<string, Level> = {
  trace: 'trace',
  trc: 'trace',
  debug: 'debug',
  dbug: 'debug',
  dbg: 'debug',
  info: 'info',
  inf: 'info',
  information: 'info',
  notice: 'info',
  warn: 'warn',
  warning: 'warn',
  wrn: 'warn',
  error: 'error',
  err: 'error',
  eror: 'error',
  critical: 'critical',
  crit: 'critical',
  fatal: 'critical',
  panic: 'critical',
  alert: 'critical',
  emerg: 'critical',
};

/** The level that a program's own word means; `unknown` for none and for words nobody agreed on. */
export function levelOf(raw: string | undefined): Level {
  return (raw !== undefined && SPELLINGS[raw.toLowerCase()]) || 'unknown';
}
