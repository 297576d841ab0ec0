'use client';
import { Command } from 'cmdk';
import { useState } from 'react';
import { type Search, useAsyncSearch } from '@/ui/use-async-search.ts';
import type { ScopeItem } from './types.ts';

type ScopeListProps = {
  label: string;
  search: Search<ScopeItem>;
  /** The entry above the matches: "All clusters". */
  all?: { label: string; onSelect: () => void };
  onSelect: (item: ScopeItem) => void;
};

export const COMMAND_ITEM =
  'flex min-h-7 cursor-default items-center gap-2 rounded-badge px-2 py-1 select-none data-[selected=true]:bg-selected phone:min-h-10 [&>svg]:text-ink3';

/** A searchable list; the server searches and answers with 50 rows at most. */
export function ScopeList({ label, search, all, onSelect }: ScopeListProps) {
  const [query, setQuery] = useState('');
  const { items, pending, error } = useAsyncSearch(search, query, true);
  return (
    <Command shouldFilter={false} label={label} className="flex flex-col">
      <Command.Input
        value={query}
        onValueChange={setQuery}
        placeholder={`Search ${label.toLowerCase()}`}
        autoFocus
        className="h-9 border-b border-line1 bg-transparent px-3 -outline-offset-2 phone:h-11"
      />
      <Command.List className="max-h-80 overflow-y-auto scroll-thin p-1">
        {all && query === '' && (
          <Command.Item value="*" onSelect={all.onSelect} className={COMMAND_ITEM}>
            {all.label}
          </Command.Item>
        )}
        {items.map((item) => (
          <Command.Item key={item.id} value={item.id} onSelect={() => onSelect(item)} className={COMMAND_ITEM}>
            <span className="min-w-0 flex-1 truncate">{item.label}</span>
            {item.hint !== undefined && <span className="text-small text-ink3">{item.hint}</span>}
          </Command.Item>
        ))}
      </Command.List>
      <p role="status" className="px-3 text-small text-ink3 not-empty:pb-2">
        {error !== null ? `Search failed: ${error}` : items.length > 0 ? '' : pending ? 'Searching' : 'No match'}
      </p>
    </Command>
  );
}
