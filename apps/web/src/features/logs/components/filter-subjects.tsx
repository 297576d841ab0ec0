'use client';
import { useState } from 'react';
import { SearchInput } from '@/ui/input.tsx';

/** What a condition is about. */
export type Subject =
  | { readonly kind: 'label'; readonly name: string }
  | { readonly kind: 'line' }
  | { readonly kind: 'parser'; readonly name: 'json' | 'logfmt' }
  | { readonly kind: 'field'; readonly name: string; readonly parser: 'json' | 'logfmt' | undefined };

type Choice = { subject: Subject; label: string; hint: string };

type FilterSubjectsProps = {
  labels: readonly string[];
  fields: readonly { name: string; parser: 'json' | 'logfmt' | undefined }[];
  onChoose: (subject: Subject) => void;
};

const MOST = 50;

/** First step of a new filter: a label, the text, a parser, or a field of the loaded lines. */
export function FilterSubjects({ labels, fields, onChoose }: FilterSubjectsProps) {
  const [search, setSearch] = useState('');
  const choices: Choice[] = [
    ...labels.map((name): Choice => ({ subject: { kind: 'label', name }, label: name, hint: 'label' })),
    { subject: { kind: 'line' }, label: 'line', hint: 'contains, matches' },
    { subject: { kind: 'parser', name: 'json' }, label: 'parse as json', hint: 'makes fields' },
    { subject: { kind: 'parser', name: 'logfmt' }, label: 'parse as logfmt', hint: 'makes fields' },
    ...fields.map(
      ({ name, parser }): Choice => ({ subject: { kind: 'field', name, parser }, label: name, hint: 'field' }),
    ),
  ];
  const shown = choices.filter(({ label }) => label.toLowerCase().includes(search.toLowerCase())).slice(0, MOST);
  const [first] = shown;
  return (
    <div className="flex max-h-80 w-60 flex-col">
      <div className="border-b border-line1 p-1.5">
        <SearchInput
          label="Filter by"
          placeholder="Filter by"
          autoFocus
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && first && onChoose(first.subject)}
        />
      </div>
      <div className="min-h-0 overflow-y-auto scroll-thin p-1">
        {shown.length === 0 && <p className="px-2 py-1 text-ink3">Nothing of this name</p>}
        {shown.map(({ subject, label, hint }) => (
          <button
            key={`${subject.kind} ${label}`}
            type="button"
            onClick={() => onChoose(subject)}
            className="flex min-h-7 w-full items-center gap-2 rounded-badge px-2 text-left hover:bg-hover phone:min-h-9"
          >
            <span className="mono min-w-0 flex-1 truncate">{label}</span>
            <span className="text-small text-ink3">{hint}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
