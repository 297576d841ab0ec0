'use client';
import { ChevronDown } from 'lucide-react';
import { buttonClass } from './button-class.ts';
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts';
import type { ControlProps } from './field.tsx';
import { Icon } from './icon.tsx';

type SelectOption<Value extends string> = { value: Value; label: string; hint?: string };

type SelectProps<Value extends string> = Partial<ControlProps> & {
  /** In a filter the label stands inside the button ("Seed any"); in a form Field names it. */
  label: string;
  options: readonly SelectOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  look?: 'form' | 'filter';
  placeholder?: string;
  disabled?: boolean;
};

const FILTER = `${buttonClass()} relative`;
const FORM = `${CONTROL} ${CONTROL_HEIGHT} relative flex w-full min-w-0 items-center pr-2.5 pl-2`;

/**
 * One of a short, known list: the browser's own, so it weighs nothing and works on every device.
 * It lies unseen over its own drawing.
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, options, value, onChange, look = 'form', placeholder = 'Choose', disabled, id } = props;
  const filter = look === 'filter';
  const chosen = options.find((option) => option.value === value)?.label;
  const faint = filter || chosen === undefined;
  return (
    <div
      className={`${filter ? FILTER : FORM} outline-offset-1 outline-accent has-[:focus-visible]:outline-2 has-[select:disabled]:opacity-55`}
    >
      <span aria-hidden="true" className="flex min-w-0 flex-1 items-center gap-1.5">
        {filter && label}
        <span className={`truncate ${faint ? 'font-normal text-ink3' : ''}`}>{chosen ?? placeholder}</span>
      </span>
      <Icon icon={ChevronDown} size={12} className="text-ink3" />
      <select
        id={id}
        aria-describedby={props['aria-describedby']}
        aria-invalid={props['aria-invalid']}
        aria-label={id === undefined ? label : undefined}
        disabled={disabled}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value as Value)}
        className="picker absolute inset-0 cursor-pointer opacity-0"
      >
        {value === null && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.hint === undefined ? option.label : `${option.label}, ${option.hint}`}
          </option>
        ))}
      </select>
    </div>
  );
}
