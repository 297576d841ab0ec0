'use client';
import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { clustersOf } from '@/features/query/telemetry-project.ts';
import type { Range } from '@/ui/time/range.ts';
import { useTimeRange } from '@/ui/time/use-time-range.ts';
import { COLUMNS, DEFAULT_COLUMNS } from '../columns.ts';
import { ALL_LINES } from '../logql/query-model.ts';
import { writeQuery } from '../logql/write-query.ts';

const PARAMS = {
  q: parseAsString,
  cluster: parseAsString,
  wrap: parseAsBoolean.withDefault(false),
  columns: parseAsArrayOf(parseAsStringLiteral(COLUMNS)).withDefault(DEFAULT_COLUMNS),
  row: parseAsString,
  live: parseAsBoolean.withDefault(false),
};

/**
 * The page's state in the URL: `q` LogQL, `from` and `to`, `cluster` names of the scope, `wrap`,
 * `columns`, `row` the open line, `live` whether the list follows what is written now. A new query is a step in the browser's history, a look is not.
 */
export function useLogsUrl() {
  const [{ q, cluster, wrap, columns, row, live }, set] = useQueryStates(PARAMS, { history: 'replace' });
  const { range, setRange } = useTimeRange();
  const clusters = useMemo(() => clustersOf(cluster), [cluster]);

  const goTo = useCallback(
    (next: { text: string; range?: Range; row?: string | null }) => {
      void set({ q: next.text, row: next.row ?? null }, { history: 'push' });
      if (next.range) setRange(next.range);
    },
    [set, setRange],
  );
  return useMemo(
    () => ({ text: q ?? writeQuery(ALL_LINES), clusters, wrap, columns, row, live, range, set, setRange, goTo }),
    [q, clusters, wrap, columns, row, live, range, set, setRange, goTo],
  );
}

export type LogsUrl = ReturnType<typeof useLogsUrl>;
