'use client';
import { useMemo } from 'react';
import { absoluteRange } from '@/ui/time/range.ts';
import { toastError } from '@/ui/toast.ts';
import type { LineActions } from '../components/line-detail.tsx';
import { contextQuery, contextRange } from '../data/context.ts';
import { lineId, nanosecondOfId } from '../data/log-line.ts';
import { toMilliseconds } from '../data/nanoseconds.ts';
import type { Run } from '../data/run.ts';
import { addField, toggleLabel } from '../logql/edit-query.ts';
import type { LogQuery } from '../logql/query-model.ts';
import { writeQuery } from '../logql/write-query.ts';
import type { LogsUrl } from './use-logs-url.ts';

/** Changes the query by the model and runs it; says so where the query cannot be shown as chips. */
export function useEdit(model: LogQuery | undefined, url: LogsUrl) {
  return useMemo(
    () => (change: (query: LogQuery) => LogQuery) => {
      if (model === undefined) toastError('Chips cannot hold this query, so it can only be changed in the editor.');
      else url.goTo({ text: writeQuery(change(model)) });
    },
    [model, url],
  );
}

/** An address of the present view that still shows the same later: "now" becomes the time it meant. */
export function fixedAddress(run: Run | undefined, row: string | null): string {
  const address = new URL(window.location.href);
  address.searchParams.delete('live');
  if (run !== undefined) {
    // A line of the live tail is younger than the run.
    const shown = toMilliseconds(nanosecondOfId(row ?? '') ?? '0');
    const { from, to } = absoluteRange(run.from, Math.max(run.to, shown + 1000));
    address.searchParams.set('q', run.text);
    address.searchParams.set('from', from);
    address.searchParams.set('to', to);
  }
  if (row === null) address.searchParams.delete('row');
  else address.searchParams.set('row', row);
  return address.href;
}

export function useLineActions(run: Run | undefined, url: LogsUrl): LineActions {
  const edit = useEdit(run?.model, url);
  return useMemo(
    () => ({
      showContext: (line) =>
        url.goTo({ text: writeQuery(contextQuery(line)), range: contextRange(line), row: lineId(line) }),
      linkTo: (line) => fixedAddress(run, lineId(line)),
      filterLabel: (label, value, negated) => edit((query) => toggleLabel(query, label, value, negated)),
      filterField: ({ name, value, parser }, negated) =>
        edit((query) => addField(query, name, { operator: negated ? '!=' : '=', value }, parser)),
    }),
    [run, url, edit],
  );
}
