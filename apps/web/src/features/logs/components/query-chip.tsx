'use client';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Icon } from '@/ui/icon.tsx';
import { Popover } from '@/ui/popover.tsx';
import type { Chip } from '../logql/describe-chip.ts';
import { removePart, setMatcher, setStage } from '../logql/edit-query.ts';
import type { LogQuery } from '../logql/query-model.ts';
import { ConditionForm } from './condition-form.tsx';
import { fieldSearch, labelSearch, type ValueSources } from './filter-forms.tsx';
import { LineForm } from './line-form.tsx';

type QueryChipProps = { chip: Chip; query: LogQuery; sources: ValueSources; onEdit: (query: LogQuery) => void };

const CHIP =
  'inline-flex h-6 max-w-full items-stretch rounded-badge border border-line2 bg-surface text-small phone:h-9';

/** One part of the query in words. Pressing it opens its condition, × takes it away. */
export function QueryChip({ chip, query, sources, onEdit }: QueryChipProps) {
  const [open, setOpen] = useState(false);
  const form = editorOf({
    chip,
    query,
    sources,
    onEdit: (next) => {
      setOpen(false);
      onEdit(next);
    },
  });
  const name = chip.key || 'part';
  return (
    <span className={CHIP}>
      {form === undefined ? (
        <span className="flex min-w-0 items-center gap-[5px] pl-2">
          <ChipWords chip={chip} />
        </span>
      ) : (
        <Popover
          label={`Change ${name}`}
          open={open}
          onOpenChange={setOpen}
          trigger={
            <button type="button" className="flex min-w-0 items-center gap-[5px] rounded-l-badge pl-2 hover:bg-hover">
              <span className="sr-only">Change</span> <ChipWords chip={chip} />
            </button>
          }
        >
          {form}
        </Popover>
      )}
      <button
        type="button"
        aria-label={`Remove ${name}`}
        onClick={() => onEdit(removePart(query, chip.place))}
        className="grid w-6 shrink-0 place-items-center text-ink3 hover:text-ink1 phone:w-9"
      >
        <Icon icon={X} size={12} />
      </button>
    </span>
  );
}

function ChipWords({ chip: { key, word, value } }: { chip: Pick<Chip, 'key' | 'word' | 'value'> }) {
  return (
    <>
      {key !== '' && <span className="whitespace-nowrap text-ink2">{key}</span>}{' '}
      {word !== '' && <span className="whitespace-nowrap text-ink3">{word}</span>}{' '}
      <b className="mono max-w-72 truncate font-medium">{value}</b>
    </>
  );
}

/** The form behind a chip; parts that only the editor can change have none. */
function editorOf({ chip, query, sources, onEdit }: QueryChipProps) {
  const { place } = chip;
  if (place.in === 'matchers') {
    const matcher = query.matchers[place.index];
    if (matcher === undefined) return undefined;
    return (
      <ConditionForm
        name={matcher.label}
        initial={matcher}
        search={labelSearch(sources, query, matcher.label)}
        onApply={(condition) => onEdit(setMatcher(query, place.index, { label: matcher.label, ...condition }))}
      />
    );
  }
  const stage = query.stages[place.index];
  if (stage?.kind === 'line') {
    return <LineForm initial={stage} onApply={(next) => onEdit(setStage(query, place.index, { ...stage, ...next }))} />;
  }
  if (stage?.kind !== 'field') return undefined;
  return (
    <ConditionForm
      name={stage.field}
      initial={stage}
      search={fieldSearch(sources, stage.field)}
      onApply={(next) => onEdit(setStage(query, place.index, { ...stage, ...next }))}
    />
  );
}
