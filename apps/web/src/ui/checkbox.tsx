'use client';
import { type ComponentProps, useId } from 'react';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & { indeterminate?: boolean };

const BOX =
  'relative size-3.5 shrink-0 appearance-none rounded-check border border-line3 bg-surface hover:border-ink2 ' +
  'checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent ' +
  'after:absolute after:inset-0 after:hidden checked:after:block checked:after:bg-on-accent ' +
  'checked:after:[clip-path:polygon(17%_52%,28%_41%,43%_56%,73%_24%,84%_35%,43%_78%)] ' +
  'indeterminate:after:block indeterminate:after:bg-on-accent indeterminate:after:[clip-path:inset(42%_20%)]';

/** A bare box: wrap it in a label (or use CheckboxField) so that the target is 24 px. */
export function Checkbox({ indeterminate = false, className = '', ...rest }: CheckboxProps) {
  return (
    <input
      type="checkbox"
      ref={(node) => {
        if (node) node.indeterminate = indeterminate;
      }}
      {...rest}
      className={`${BOX} ${className}`}
    />
  );
}

type CheckboxFieldProps = CheckboxProps & { label: string; hint?: string };

/** A box with its words, for forms. */
export function CheckboxField({ label, hint, ...rest }: CheckboxFieldProps) {
  const id = useId();
  return (
    <label htmlFor={id} className="flex min-h-6 cursor-pointer items-start gap-2 py-0.5 phone:min-h-9">
      <Checkbox id={id} {...rest} className="mt-[3px]" />
      <span>
        {label}
        {hint !== undefined && <span className="block text-small text-ink3">{hint}</span>}
      </span>
    </label>
  );
}
