'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Input } from '@/ui/input.tsx';
import { Select } from '@/ui/select.tsx';
import type { Found } from '../data/label-source.ts';
import { type Condition, conditionOf, isNegated, valuesOf } from '../logql/edit-query.ts';
import { ValuePicker } from './value-picker.tsx';

const WORDS = [
  { value: 'is', label: 'is, or one of' },
  { value: 'is not', label: 'is not, none of' },
  { value: 'matches', label: 'matches' },
  { value: 'does not match', label: 'does not match' },
] as const;
type Word = (typeof WORDS)[number]['value'];

type ConditionFormProps = {
  name: string;
  initial: Condition | undefined;
  search: (text: string, signal: AbortSignal) => Promise<Found>;
  onApply: (condition: Condition) => void;
};

/** is, in, is not, not in by choosing values; matches by writing a pattern. */
export function ConditionForm({ name, initial, search, onApply }: ConditionFormProps) {
  const [word, setWord] = useState<Word>(() => wordOf(initial));
  const [values, setValues] = useState<readonly string[]>(() => (initial && valuesOf(initial)) ?? []);
  const [pattern, setPattern] = useState(initial?.value ?? '');
  const byPattern = word === 'matches' || word === 'does not match';
  const ready = byPattern ? pattern !== '' : values.length > 0;

  function apply(event: FormEvent) {
    event.preventDefault();
    if (!ready) return;
    if (byPattern) onApply({ operator: word === 'matches' ? '=~' : '!~', value: pattern });
    else onApply(conditionOf(values, word === 'is not'));
  }

  return (
    <form onSubmit={apply} className="flex w-72 max-w-full flex-col gap-2 p-3">
      <div className="flex items-center gap-2">
        <b className="mono min-w-0 flex-1 truncate font-medium">{name}</b>
        <span className="w-40">
          <Select label="Condition" options={WORDS} value={word} onChange={setWord} />
        </span>
      </div>
      {byPattern ? (
        <Input
          mono
          aria-label="Pattern"
          placeholder="prod-.+"
          autoFocus
          value={pattern}
          onChange={(event) => setPattern(event.target.value)}
        />
      ) : (
        <ValuePicker label={name} chosen={values} onChange={setValues} search={search} />
      )}
      <Button type="submit" variant="primary" disabled={!ready} className="self-end">
        Apply
      </Button>
    </form>
  );
}

function wordOf(condition: Condition | undefined): Word {
  if (condition === undefined) return 'is';
  const negated = isNegated(condition.operator);
  if (valuesOf(condition) === undefined) return negated ? 'does not match' : 'matches';
  return negated ? 'is not' : 'is';
}
