'use client';
import { Info } from 'lucide-react';
import { ScopeChip } from '@/features/query/scope-chip.tsx';
import { Icon } from '@/ui/icon.tsx';
import { describeChips } from '../logql/describe-chip.ts';
import type { LogQuery, NotShown, ReadQuery } from '../logql/query-model.ts';
import { FilterButton } from './filter-button.tsx';
import type { ValueSources } from './filter-forms.tsx';
import { QueryChip } from './query-chip.tsx';

type QueryChipsProps = {
  read: ReadQuery;
  clusters: readonly string[];
  sources: ValueSources;
  onEdit: (query: LogQuery) => void;
  onWholeScope: () => void;
};

const WHY: Record<NotShown, string> = {
  empty: 'The query is empty.',
  broken: 'Chips return when the query below is well formed.',
  numbers: 'A query for numbers is written below; chips show queries for lines.',
  comment: 'The query has a comment, which chips cannot keep. Change it below.',
};

/** The query as chips, or why there are none. Both this and the editor are live. */
export function QueryChips({ read, clusters, sources, onEdit, onWholeScope }: QueryChipsProps) {
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
      {clusters.length > 0 && <ScopeChip clusters={clusters} onWholeScope={onWholeScope} />}
      {'query' in read ? (
        <>
          {describeChips(read.query).map((chip) => (
            <QueryChip
              key={`${chip.place.in} ${chip.place.index}`}
              chip={chip}
              query={read.query}
              sources={sources}
              onEdit={onEdit}
            />
          ))}
          <FilterButton query={read.query} sources={sources} onEdit={onEdit} />
        </>
      ) : (
        <p className="flex min-h-6 items-center gap-1.5 text-small text-ink3">
          <Icon icon={Info} size={14} />
          {WHY[read.notShown]}
        </p>
      )}
    </div>
  );
}
