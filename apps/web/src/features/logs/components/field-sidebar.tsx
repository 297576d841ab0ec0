'use client';
import { useState } from 'react';
import { formatCount, formatPlural } from '@/ui/format/count.ts';
import { SearchInput } from '@/ui/input.tsx';
import { COUNTED_LABELS, type CountedLabel } from '../data/label-counts.ts';
import type { CountedLabels } from '../hooks/use-label-counts.ts';
import type { LoadedFields } from '../hooks/use-loaded-fields.ts';
import { FieldGroup, FieldRow } from './field-row.tsx';
import { FieldValues } from './field-values.tsx';
import type { LineActions } from './line-detail.tsx';

type FieldSidebarProps = {
  labels: CountedLabels;
  openLabels: readonly CountedLabel[];
  onOpenLabels: (labels: CountedLabel[]) => void;
  loaded: LoadedFields;
  total: number | undefined;
  actions: Pick<LineActions, 'filterLabel' | 'filterField'>;
};

/** Labels are counted over all lines of the run, parsed fields over the loaded ones; each group says which. */
export function FieldSidebar({ labels, openLabels, onOpenLabels, loaded, total, actions }: FieldSidebarProps) {
  const [search, setSearch] = useState('');
  const [openFields, setOpenFields] = useState<readonly string[]>([]);
  const wanted = (name: string) => name.toLowerCase().includes(search.toLowerCase());
  const fields = loaded.fields.filter((field) => wanted(field.name));
  const [parser, second] = loaded.formats;
  return (
    <div className="p-2">
      <SearchInput
        label="Find a field"
        placeholder="Find a field"
        shortcut="/"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <FieldGroup title="Labels" about={total === undefined ? 'all lines' : `all ${formatPlural(total, 'line')}`}>
        {COUNTED_LABELS.filter(wanted).map((label) => {
          const counts = labels.counts[label];
          const open = openLabels.includes(label);
          return (
            <FieldRow
              key={label}
              name={label}
              about={counts === undefined ? '' : formatCount(counts.size)}
              open={open}
              onToggle={() => onOpenLabels(toggled(openLabels, label))}
            >
              {counts === undefined ? (
                <p className="pb-1 pl-7 text-small text-ink3">
                  {labels.failed(label)?.message ?? (labels.counting ? 'Counting' : 'No query ran')}
                </p>
              ) : (
                <FieldValues
                  name={label}
                  counts={counts}
                  onFilter={(value, negated) => actions.filterLabel(label, value, negated)}
                />
              )}
            </FieldRow>
          );
        })}
      </FieldGroup>
      <FieldGroup
        title={parser === undefined || second !== undefined ? 'Parsed fields' : `Parsed by ${parser}`}
        about={`${formatCount(loaded.counted)} loaded lines`}
      >
        {fields.length === 0 && <li className="px-2 py-1 text-small text-ink3">{emptyWords(loaded, search)}</li>}
        {fields.map((field) => (
          <FieldRow
            key={field.name}
            name={field.name}
            about={
              field.numeric && field.distinct > 12 ? 'num' : `${formatCount(field.distinct)}${field.more ? '+' : ''}`
            }
            open={openFields.includes(field.name)}
            onToggle={() => setOpenFields(toggled(openFields, field.name))}
          >
            <FieldValues
              name={field.name}
              counts={field.counts}
              onFilter={(value, negated) =>
                actions.filterField({ name: field.name, value, parser: field.parser }, negated)
              }
            />
          </FieldRow>
        ))}
      </FieldGroup>
    </div>
  );
}

function emptyWords(loaded: LoadedFields, search: string): string {
  if (search !== '') return 'No field of this name';
  return loaded.counted === 0 ? 'None yet' : 'The loaded lines are plain text';
}

function toggled<Name extends string>(names: readonly Name[], name: Name): Name[] {
  return names.includes(name) ? names.filter((other) => other !== name) : [...names, name];
}
