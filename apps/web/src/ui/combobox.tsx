'use client';
import { ChevronDown } from 'lucide-react';
import { lazy } from 'react';
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts';
import type { ControlProps } from './field.tsx';
import { Icon } from './icon.tsx';
import { LazyPopup, type PopupTrigger } from './lazy-popup.tsx';
import type { Search } from './use-async-search.ts';

export type ComboboxItem = { id: string; label: string; hint?: string };

export type ComboboxProps<Item extends ComboboxItem> = Partial<ControlProps> & {
  label: string;
  value: Item | null;
  onChange: (item: Item) => void;
  /** Searches on the server; up to 50 rows. */
  search: Search<Item>;
  placeholder?: string;
  /** Replaces the form control, for triggers in bars and headers. */
  trigger?: PopupTrigger;
  disabled?: boolean;
};

const load = () => import('./overlay/combobox-popup.tsx');
const ComboboxPopup = lazy(load) as unknown as typeof import('./overlay/combobox-popup.tsx').default;

/** One of a long list, searched on the server as the person types. */
export function Combobox<Item extends ComboboxItem>(props: ComboboxProps<Item>) {
  const { label, value, placeholder = 'Choose', id, disabled } = props;
  const shown = value?.label ?? placeholder;
  const trigger = props.trigger ?? (
    <button
      type="button"
      id={id}
      disabled={disabled}
      aria-describedby={props['aria-describedby']}
      aria-invalid={props['aria-invalid']}
      aria-label={`${label}: ${shown}`}
      className={`${CONTROL} ${CONTROL_HEIGHT} flex w-full items-center gap-2 px-2 text-left`}
    >
      <span className={`flex-1 truncate ${value === null ? 'text-ink3' : ''}`}>{shown}</span>
      <Icon icon={ChevronDown} size={12} className="text-ink3" />
    </button>
  );
  return (
    <LazyPopup trigger={trigger} preload={load}>
      {(popup) => <ComboboxPopup {...props} {...popup} />}
    </LazyPopup>
  );
}
