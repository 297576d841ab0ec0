'use client';
import { Combobox as Base } from '@base-ui/react/combobox';
import { Check } from 'lucide-react';
import { useState } from 'react';
import type { ComboboxItem, ComboboxProps } from '../combobox.tsx';
import { CONTROL, CONTROL_HEIGHT } from '../control-class.ts';
import { Icon } from '../icon.tsx';
import type { LazyPopupProps } from '../lazy-popup.tsx';
import { POPUP, POPUP_ITEM } from '../popup-class.ts';
import { useAsyncSearch } from '../use-async-search.ts';

type ComboboxPopupProps<Item extends ComboboxItem> = ComboboxProps<Item> & LazyPopupProps;

/** Loaded when a Combobox is first pressed. */
export default function ComboboxPopup<Item extends ComboboxItem>(props: ComboboxPopupProps<Item>) {
  const { label, value, onChange, search, trigger, defaultOpen, disabled } = props;
  const [open, setOpen] = useState(defaultOpen);
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
      open={open}
      onOpenChange={setOpen}
      itemToStringLabel={(item: Item) => item.label}
      isItemEqualToValue={(a: Item, b: Item) => a.id === b.id}
      disabled={disabled}
    >
      <Base.Trigger render={trigger} />
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
