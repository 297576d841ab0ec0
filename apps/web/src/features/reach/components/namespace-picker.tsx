'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { StoreClient } from '@/features/query/store-client.ts';
import type { ControlProps } from '@/ui/field.tsx';
import { IconButton } from '@/ui/icon-button.tsx';
import { Input } from '@/ui/input.tsx';
import { ChosenChips } from './chosen-chips.tsx';

type NamespacePickerProps = {
  project: string;
  control: ControlProps;
  picked: readonly string[];
  onChange: (picked: readonly string[]) => void;
};

/** Names are free: a namespace need not have logged anything yet. Those that have are suggested. */
export function NamespacePicker({ project, control, picked, onChange }: NamespacePickerProps) {
  const [text, setText] = useState('');
  const suggestions = useId();
  const seen = useQuery({
    queryKey: ['namespaces', project],
    queryFn: ({ signal }) =>
      new StoreClient(project, 'loki').get<string[] | undefined>('label/namespace/values', {}, signal),
    staleTime: 60_000,
    retry: false,
  });
  const add = () => {
    const names = text.split(/[\s,]+/).filter((name) => name !== '' && !picked.includes(name));
    if (names.length > 0) onChange([...picked, ...new Set(names)]);
    setText('');
  };
  return (
    <div className="flex flex-col gap-2">
      <ChosenChips
        label="Chosen namespaces"
        chosen={picked.map((name) => ({ id: name, label: name }))}
        onRemove={(name) => onChange(picked.filter((other) => other !== name))}
      />
      <div className="flex gap-2">
        <Input
          {...control}
          list={suggestions}
          autoComplete="off"
          placeholder="shop"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ',') return;
            event.preventDefault();
            add();
          }}
        />
        <IconButton icon={Plus} label="Add namespace" variant="secondary" onClick={add} />
      </div>
      <datalist id={suggestions}>
        {(seen.data?.data ?? []).slice(0, 200).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
