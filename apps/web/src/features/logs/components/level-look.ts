import type { Level } from '@/ui/charts/level.ts';

/** The word's colour and weight. */
export const LEVEL_WORD: Record<Level, string> = {
  unknown: 'text-ink3',
  trace: 'text-ink3',
  debug: 'text-ink3',
  info: 'text-ink3',
  warn: 'text-warn font-semibold',
  error: 'text-error font-semibold',
  critical: 'text-critical font-semibold',
};

/** The 3 px edge of a row and of its detail; none for info and below. */
export const LEVEL_EDGE: Record<Level, string> = {
  unknown: '',
  trace: '',
  debug: '',
  info: '',
  warn: 'shadow-[inset_3px_0_0_var(--level-warn)]',
  error: 'shadow-[inset_3px_0_0_var(--level-error)]',
  critical: 'shadow-[inset_3px_0_0_var(--level-critical)]',
};

export const LEVEL_TINT: Record<Level, string> = {
  unknown: '',
  trace: '',
  debug: '',
  info: '',
  warn: '',
  error: 'bg-[color-mix(in_oklab,var(--error-tint)_45%,transparent)]',
  critical: 'bg-[color-mix(in_oklab,var(--critical-tint)_60%,transparent)]',
};
