import { type ReactNode, useId } from 'react';

export type ControlProps = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string;
  /** Spread the given props on the control: `{(control) => <Input {...control} {...register('name')} />}`. */
  children: (control: ControlProps) => ReactNode;
};

/** Label above, hint or error under, all tied to the control. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': note === undefined ? undefined : `${id}-note`,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {note !== undefined && (
        <p id={`${id}-note`} role={error && 'alert'} className={`text-small ${error ? 'text-error' : 'text-ink3'}`}>
          {note}
        </p>
      )}
    </div>
  );
}
