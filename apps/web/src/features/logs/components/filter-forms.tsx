'use client';
import type { Found, LabelSource } from '../data/label-source.ts';
import { addField, addMatcher, addStage } from '../logql/edit-query.ts';
import type { LogQuery } from '../logql/query-model.ts';
import { writeSelector } from '../logql/write-query.ts';
import { type FieldSummary, topValues } from '../message/field-summary.ts';
import { ConditionForm } from './condition-form.tsx';
import type { Subject } from './filter-subjects.tsx';
import { LineForm } from './line-form.tsx';

/** Where values to choose from come from: the store for labels, the loaded lines for fields. */
export interface ValueSources {
  readonly labels: LabelSource;
  readonly fields: readonly FieldSummary[];
}

const MOST_FIELD_VALUES = 50;

/** Values of a label that occur with the query's other matchers. */
export function labelSearch({ labels }: ValueSources, query: LogQuery, label: string) {
  const others = writeSelector(query.matchers.filter((matcher) => matcher.label !== label)).slice(1, -1);
  return (text: string, signal: AbortSignal): Promise<Found> => labels.values(label, { text, others }, signal);
}

export function fieldSearch({ fields }: ValueSources, name: string) {
  return async (text: string): Promise<Found> => {
    const counts = fields.find((field) => field.name === name)?.counts ?? new Map<string, number>();
    const matching = topValues(counts, counts.size).filter(({ value }) => value.includes(text));
    return {
      values: matching.slice(0, MOST_FIELD_VALUES).map(({ value }) => value),
      more: Math.max(0, matching.length - MOST_FIELD_VALUES),
    };
  };
}

type NewFilterProps = {
  subject: Exclude<Subject, { kind: 'parser' }>;
  query: LogQuery;
  sources: ValueSources;
  onApply: (query: LogQuery) => void;
};

/** Second step of a new filter: its condition. */
export function NewFilter({ subject, query, sources, onApply }: NewFilterProps) {
  switch (subject.kind) {
    case 'label':
      return (
        <ConditionForm
          name={subject.name}
          initial={undefined}
          search={labelSearch(sources, query, subject.name)}
          onApply={(condition) => onApply(addMatcher(query, { label: subject.name, ...condition }))}
        />
      );
    case 'line':
      return (
        <LineForm
          initial={undefined}
          onApply={(condition) => onApply(addStage(query, { kind: 'line', ...condition }))}
        />
      );
    case 'field':
      return (
        <ConditionForm
          name={subject.name}
          initial={undefined}
          search={fieldSearch(sources, subject.name)}
          onApply={(condition) => onApply(addField(query, subject.name, condition, subject.parser))}
        />
      );
  }
}
