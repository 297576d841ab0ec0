'use client';
import { ChevronDown } from 'lucide-react';
import { buttonClass } from './button-class.ts';
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts';
import { Icon } from './icon.tsx';

export type SelectOption<Value extends string> = { value: Value; label: string; hint?: string };

type SelectProps<Value extends string> = {
  /** In a filter the label stands inside the button ("Seed any"); in a form Field names it. */
  label: string;
  options: readonly SelectOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  look?: 'form' | 'filter';
  placeholder?: string;
  disabled?: boolean;
  id?: string;
};

const NATIVE = 'picker bg-transparent outline-none field-sizing-content disabled:opacity-100';

/** One of a short, known list: the browser's own, so it weighs nothing. Long or server-side lists use Combobox. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, options, value, onChange, look = 'form', placeholder = 'Choose', disabled, id } = props;
  const filter = look === 'filter';
  const frame = filter
    ? `${buttonClass()} relative`
    : `${CONTROL} ${CONTROL_HEIGHT} relative flex w-full min-w-0 items-center has-[select:disabled]:opacity-55`;
  return (
    <div className={`${frame} outline-offset-1 outline-accent has-[:focus-visible]:outline-2`}>
      {filter && (
        <span aria-hidden="true" className="pl-2.5">
          {label}
        </span>
      )}
      <select
        id={id}
        aria-label={id === undefined ? label : undefined}
        disabled={disabled}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value as Value)}
        className={`${NATIVE} ${filter ? '-ml-1.5 h-full pr-7 pl-1.5 font-normal text-ink3' : `size-full pr-7 pl-2 ${value === null ? 'text-ink3' : ''}`}`}
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
      <Icon icon={ChevronDown} size={12} className="pointer-events-none absolute right-2.5 text-ink3" />
    </div>
  );
}
