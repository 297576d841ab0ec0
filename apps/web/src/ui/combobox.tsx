'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts';
import { Icon } from './icon.tsx';
import { POPUP, POPUP_ITEM } from './popup-class.ts';
import { type Search, useAsyncSearch } from './use-async-search.ts';

export type ComboboxItem = { id: string; label: string; hint?: string };

type ComboboxProps<Item extends ComboboxItem> = {
  label: string;
  value: Item | null;
  onChange: (item: Item) => void;
  /** Searches on the server; up to 50 rows. */
  search: Search<Item>;
  placeholder?: string;
  /** Replaces the form control, for triggers in bars and headers. */
  trigger?: ReactElement<Record<string, unknown>>;
  id?: string;
  disabled?: boolean;
};

/** One of a long list, searched on the server as the person types. */
export function Combobox<Item extends ComboboxItem>(props: ComboboxProps<Item>) {
  const { label, value, onChange, search, placeholder = 'Choose', trigger, id, disabled } = props;
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const { items, pending, error } = useAsyncSearch(search, query, open);
  return (
    <Base.Root
      items={items}
      filter={null}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      inputValue={query}
      onInputValueChange={(next, { reason }) => setQuery(reason === 'item-press' ? '' : next)}
      onOpenChange={setOpen}
      itemToStringLabel={(item: Item) => item.label}
      isItemEqualToValue={(a: Item, b: Item) => a.id === b.id}
      disabled={disabled}
    >
      <Base.Trigger
        id={id}
        aria-label={value === null ? label : `${label}: ${value.label}`}
        render={trigger}
        className={trigger ? undefined : `${CONTROL} ${CONTROL_HEIGHT} flex w-full items-center gap-2 px-2 text-left`}
      >
        {trigger ? undefined : (
          <>
            <span className={`flex-1 truncate ${value === null ? 'text-ink3' : ''}`}>
              {value?.label ?? placeholder}
            </span>
            <Icon icon={ChevronDown} size={12} className="text-ink3" />
          </>
        )}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="start" className="z-50">
          <Base.Popup className={`${POPUP} w-72 max-w-(--available-width) min-w-(--anchor-width)`} aria-label={label}>
            <div className="sticky top-0 border-b border-line1 bg-raised p-1.5">
              <Base.Input
                placeholder="Search"
                aria-label={`Search ${label}`}
                className={`${CONTROL} ${CONTROL_HEIGHT} w-full px-2`}
              />
            </div>
            <p role="status" className="px-3 text-small text-ink3 not-empty:py-2">
              {error !== null ? `Search failed: ${error}` : items.length > 0 ? '' : pending ? 'Searching' : 'No match'}
            </p>
            <Base.List className="p-1 empty:hidden">
              {(item: Item) => (
                <Base.Item key={item.id} value={item} className={POPUP_ITEM}>
                  <span className="min-w-0 flex-1 truncate">
                    {item.label}
                    {item.hint !== undefined && <span className="ml-2 text-small text-ink3">{item.hint}</span>}
                  </span>
                  <Base.ItemIndicator>
                    <Icon icon={Check} size={14} className="text-accent" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
