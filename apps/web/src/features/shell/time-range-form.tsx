'use client';
import { type FormEvent, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { parseInstant, type Range } from '@/ui/time/range.ts';
import { useZone } from '@/ui/time/zone.tsx';
import { fromWallClock, toWallClock } from '@/ui/time/zoned.ts';

type TimeRangeFormProps = { range: Range; onApply: (range: Range) => void };

/** From and to, as a wall clock in the chosen zone or relative ("now-2h"). */
export function TimeRangeForm({ range, onApply }: TimeRangeFormProps) {
  const { zone } = useZone();
  const [from, setFrom] = useState(() => show(range.from, zone));
  const [to, setTo] = useState(() => show(range.to, zone));
  const [error, setError] = useState<string>();

  function apply(event: FormEvent) {
    event.preventDefault();
    const now = Date.now();
    const next = { from: read(from, zone), to: read(to, zone) };
    const [start, end] = [parseInstant(next.from, now), parseInstant(next.to, now)];
    if (start === null || end === null) return setError('Write 2026-11-21 14:32:08, now, or now-2h.');
    if (start >= end) return setError('The end must be after the start.');
    onApply(next);
  }

  return (
    <form onSubmit={apply} className="flex flex-col gap-3 p-3">
      <Field label="From">
        {(control) => <Input {...control} mono value={from} onChange={(event) => setFrom(event.target.value)} />}
      </Field>
      <Field label="To" error={error} hint="A time, now, or now-2h">
        {(control) => <Input {...control} mono value={to} onChange={(event) => setTo(event.target.value)} />}
      </Field>
      <Button type="submit" variant="primary" className="self-start">
        Apply range
      </Button>
    </form>
  );
}

function show(end: string, zone: string): string {
  const at = end.startsWith('now') ? null : parseInstant(end, 0);
  return at === null ? end : toWallClock(at, zone);
}

function read(text: string, zone: string): string {
  const at = fromWallClock(text, zone);
  return at === null ? text.trim() : new Date(at).toISOString();
}
