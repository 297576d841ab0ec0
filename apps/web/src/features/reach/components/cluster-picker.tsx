'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { CheckboxField } from '@/ui/checkbox.tsx';
import { failureOf } from '@/ui/failure.ts';
import type { ControlProps } from '@/ui/field.tsx';
import { formatCount } from '@/ui/format/count.ts';
import { Input } from '@/ui/input.tsx';
import { ChosenChips } from './chosen-chips.tsx';

/** `name` null: it was deleted. */
export type PickedCluster = { id: string; name: string | null };

type ClusterPickerProps = {
  project: string;
  control: ControlProps;
  picked: readonly PickedCluster[];
  onChange: (picked: readonly PickedCluster[]) => void;
};

const SHOWN = 20;

/** Searched by the server: a project may have thousands. */
export function ClusterPicker({ project, control, picked, onChange }: ClusterPickerProps) {
  const trpc = useTRPC();
  const [search, setSearch] = useState('');
  const list = useQuery(
    trpc.fleet.list.queryOptions(
      { project, limit: SHOWN, sort: 'name', ...(search === '' ? {} : { search }) },
      { placeholderData: (before) => before },
    ),
  );
  const isPicked = (id: string) => picked.some((cluster) => cluster.id === id);
  const without = (id: string) => picked.filter((cluster) => cluster.id !== id);
  const rows = list.data?.rows ?? [];
  const more = (list.data?.total ?? 0) - rows.length;
  return (
    <div className="flex flex-col gap-2">
      <ChosenChips
        label="Chosen clusters"
        chosen={picked.map(({ id, name }) => ({ id, label: name ?? 'deleted cluster', gone: name === null }))}
        onRemove={(id) => onChange(without(id))}
      />
      <Input
        {...control}
        type="search"
        autoComplete="off"
        placeholder="Search clusters"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className="max-h-40 overflow-y-auto scroll-thin rounded-control border border-line1 px-2 py-1">
        {rows.map(({ id, name }) => (
          <CheckboxField
            key={id}
            label={name}
            checked={isPicked(id)}
            onChange={(event) => onChange(event.target.checked ? [...picked, { id, name }] : without(id))}
          />
        ))}
        <p role="status" className="py-0.5 text-small text-ink3 empty:hidden">
          {failureOf(list.error)?.message ??
            (list.isPending
              ? 'Searching'
              : rows.length === 0
                ? 'No cluster matches'
                : more > 0
                  ? `${formatCount(more)} more; search for them`
                  : '')}
        </p>
      </div>
    </div>
  );
}
