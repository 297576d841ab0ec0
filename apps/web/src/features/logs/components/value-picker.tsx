'use client';
import { useState } from 'react';
import { CheckboxField } from '@/ui/checkbox.tsx';
import { SearchInput } from '@/ui/input.tsx';
import { useAsyncSearch } from '@/ui/use-async-search.ts';
import type { Found } from '../data/label-source.ts';

type ValuePickerProps = {
  label: string;
  chosen: readonly string[];
  onChange: (values: string[]) => void;
  search: (text: string, signal: AbortSignal) => Promise<Found>;
};

/** Values of a label, searched by the store; at most 50 are shown, the chosen ones first. */
export function ValuePicker({ label, chosen, onChange, search }: ValuePickerProps) {
  const [text, setText] = useState('');
  const [more, setMore] = useState(0);
  const [first] = useState(chosen);
  const { items, pending, error } = useAsyncSearch(
    async (query, signal) => {
      const found = await search(query, signal);
      setMore(found.more);
      return found.values;
    },
    text,
    true,
  );
  const shown = text === '' ? [...new Set([...first, ...items])] : items;
  const toggle = (value: string, wanted: boolean) =>
    onChange(wanted ? [...chosen, value] : chosen.filter((other) => other !== value));
  const state = error !== null ? `Search failed: ${error}` : pending && items.length === 0 ? 'Searching' : '';
  return (
    <div className="flex min-h-0 flex-col gap-1.5">
      <SearchInput
        label={`Search ${label}`}
        placeholder={`Search ${label}`}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const [top] = shown;
          if (event.key !== 'Enter' || chosen.length > 0 || top === undefined) return;
          // The first Enter chooses the best match, the next one applies it.
          event.preventDefault();
          toggle(top, true);
        }}
      />
      <p role="status" className="text-small text-ink3 empty:hidden">
        {state || (shown.length === 0 ? 'No value in this range' : '')}
      </p>
      <div className="mono max-h-60 min-h-0 overflow-y-auto scroll-thin">
        {shown.map((value) => (
          <CheckboxField
            key={value}
            label={value}
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
          />
        ))}
        {more > 0 && <p className="py-1 font-ui text-small text-ink3">{more} more: type to narrow</p>}
      </div>
    </div>
  );
}
