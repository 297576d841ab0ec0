'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Popover } from '@/ui/popover.tsx';
import { useAsyncSearch } from '@/ui/use-async-search.ts';
import { PLATFORM_LABELS } from '../data/log-line.ts';
import { addStage } from '../logql/edit-query.ts';
import type { LogQuery } from '../logql/query-model.ts';
import { NewFilter, type ValueSources } from './filter-forms.tsx';
import { FilterSubjects, type Subject } from './filter-subjects.tsx';

type FilterButtonProps = { query: LogQuery; sources: ValueSources; onEdit: (query: LogQuery) => void };

/** Adds a chip: first what it is about, then the condition. */
export function FilterButton({ query, sources, onEdit }: FilterButtonProps) {
  const [open, setOpen] = useState(false);
  const [subject, setSubject] = useState<Exclude<Subject, { kind: 'parser' }>>();
  const { items } = useAsyncSearch((_, signal) => sources.labels.names(signal), '', open);

  function change(next: boolean) {
    setOpen(next);
    setSubject(undefined);
  }

  function choose(chosen: Subject) {
    if (chosen.kind !== 'parser') return setSubject(chosen);
    change(false);
    onEdit(addStage(query, { kind: 'parser', name: chosen.name }));
  }

  return (
    <Popover
      label="Add a filter"
      open={open}
      onOpenChange={change}
      trigger={
        <Button size="small" variant="ghost" icon={Plus}>
          Filter
        </Button>
      }
    >
      {subject === undefined ? (
        <FilterSubjects
          // Before the store has answered, or when it does not: the labels that every agent sends.
          labels={items.length > 0 ? items : PLATFORM_LABELS.slice(0, 5)}
          fields={sources.fields}
          onChoose={choose}
        />
      ) : (
        <NewFilter
          subject={subject}
          query={query}
          sources={sources}
          onApply={(next) => {
            change(false);
            onEdit(next);
          }}
        />
      )}
    </Popover>
  );
}
