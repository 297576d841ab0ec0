'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Input } from '@/ui/input.tsx';
import { Select } from '@/ui/select.tsx';
import type { LineOperator } from '../logql/query-model.ts';

const WORDS: readonly { value: LineOperator; label: string }[] = [
  { value: '|=', label: 'contains' },
  { value: '!=', label: 'does not contain' },
  { value: '|~', label: 'matches' },
  { value: '!~', label: 'does not match' },
];

export type LineCondition = { readonly operator: LineOperator; readonly values: readonly string[] };

type LineFormProps = { initial: LineCondition | undefined; onApply: (condition: LineCondition) => void };

/** A filter on the text of the line. Several alternatives of a written query stay in the editor. */
export function LineForm({ initial, onApply }: LineFormProps) {
  const [operator, setOperator] = useState<LineOperator>(initial?.operator ?? '|=');
  const [text, setText] = useState(initial?.values[0] ?? '');
  const rest = initial?.values.slice(1) ?? [];

  function apply(event: FormEvent) {
    event.preventDefault();
    if (text !== '') onApply({ operator, values: [text, ...rest] });
  }

  return (
    <form onSubmit={apply} className="flex w-72 max-w-full flex-col gap-2 p-3">
      <div className="flex items-center gap-2">
        <b className="mono min-w-0 flex-1 font-medium">line</b>
        <span className="w-40">
          <Select label="Condition" options={WORDS} value={operator} onChange={setOperator} />
        </span>
      </div>
      <Input
        mono
        aria-label="Text of the line"
        placeholder={operator === '|~' || operator === '!~' ? 'declin(ed|ing)' : 'payment'}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {rest.length > 0 && <p className="text-small text-ink3">or {rest.join(' or ')}</p>}
      <Button type="submit" variant="primary" disabled={text === ''} className="self-end">
        Apply
      </Button>
    </form>
  );
}
