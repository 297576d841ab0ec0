/** The edge, height and text of every form control: line3 is the only line that reaches 3:1. */
export const CONTROL =
  'rounded-control border border-line3 bg-surface text-ink1 text-body transition-colors hover:border-ink2 aria-invalid:border-error disabled:opacity-55 disabled:hover:border-line3';

export const CONTROL_HEIGHT = 'h-7 phone:h-10';
