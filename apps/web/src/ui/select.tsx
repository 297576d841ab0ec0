'use client';
import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from './button-class.ts';
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts';
import { Icon } from './icon.tsx';
import { POPUP, POPUP_ITEM } from './popup-class.ts';

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

/** One of a short, known list. Long or server-side lists use Combobox. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, options, value, onChange, look = 'form', placeholder = 'Choose', disabled, id } = props;
  const chosen = options.find((option) => option.value === value)?.label ?? placeholder;
  const filter = look === 'filter';
  return (
    <Base.Root value={value} onValueChange={(next) => next !== null && onChange(next)} disabled={disabled} id={id}>
      <Base.Trigger
        aria-label={filter ? `${label}: ${chosen}` : label}
        className={
          filter ? buttonClass() : `${CONTROL} ${CONTROL_HEIGHT} flex w-full items-center gap-2 px-2 text-left`
        }
      >
        {filter && <span>{label}</span>}
        <span
          className={`truncate ${filter ? 'font-normal text-ink3' : 'flex-1'} ${value === null ? 'text-ink3' : ''}`}
        >
          {chosen}
        </span>
        <Icon icon={ChevronDown} size={12} className="text-ink3" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className={`${POPUP} min-w-(--anchor-width) p-1`}>
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className={POPUP_ITEM}>
                <Base.ItemText className="flex-1">
                  {option.label}
                  {option.hint !== undefined && <Hint>{option.hint}</Hint>}
                </Base.ItemText>
                <Base.ItemIndicator>
                  <Icon icon={Check} size={14} className="text-accent" />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Hint({ children }: { children: ReactNode }) {
  return <span className="block text-small text-ink3">{children}</span>;
}
