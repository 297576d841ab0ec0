export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'destructive';
export type ButtonSize = 'default' | 'small' | 'bar';

const BASE =
  'inline-flex items-center justify-center border font-medium whitespace-nowrap select-none rounded-control transition-colors disabled:opacity-55 aria-disabled:opacity-55';

const VARIANT: Record<ButtonVariant, string> = {
  primary: 'bg-accent border-accent text-on-accent hover:bg-accent-hover hover:border-accent-hover',
  secondary: 'bg-surface border-line2 text-ink1 hover:bg-hover [&>svg]:text-ink3',
  ghost: 'border-transparent text-ink1 hover:bg-hover [&>svg]:text-ink3',
  destructive: 'border-transparent text-error hover:bg-error-tint',
};

const SIZE: Record<ButtonSize, string> = {
  default: 'h-7 px-2.5 gap-1.5 text-body phone:h-9 phone:px-3',
  small: 'h-6 px-2 gap-[5px] text-small phone:h-8 phone:px-2.5 phone:text-[13px]',
  bar: 'h-[30px] px-2.5 gap-1.5 text-body phone:h-9 phone:px-3',
};

const SQUARE: Record<ButtonSize, string> = {
  default: 'size-7 phone:size-10',
  small: 'size-6 phone:size-8',
  bar: 'size-[30px] phone:size-10',
};

/** The classes of a button, for links and third-party triggers that must look like one. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'default', square = false) {
  return `${BASE} ${VARIANT[variant]} ${square ? SQUARE[size] : SIZE[size]}`;
}
