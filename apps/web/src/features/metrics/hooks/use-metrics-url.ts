'use client';
import { parseAsNativeArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { clustersOf } from '@/features/query/telemetry-project.ts';
import { useTimeRange } from '@/ui/time/use-time-range.ts';
import { MOST_QUERIES } from '../data/run.ts';
import { STEPS } from '../data/step.ts';

export const RESULT_TABS = ['graph', 'table'] as const;
export type ResultTab = (typeof RESULT_TABS)[number];

const PARAMS = {
  q: parseAsNativeArrayOf(parseAsString),
  tab: parseAsStringLiteral(RESULT_TABS).withDefault('graph'),
  step: parseAsStringLiteral(STEPS).withDefault('auto'),
  cluster: parseAsString,
};

/**
 * The page's state in the URL: `q` PromQL, once per query; `tab`, `step`, `from` and `to`, `cluster` names
 * of the scope. New queries are a step in the browser's history, a look is not.
 */
export function useMetricsUrl() {
  const [{ q, tab, step, cluster }, set] = useQueryStates(PARAMS, { history: 'replace' });
  const { range, setRange } = useTimeRange();
  // The address holds any number; the array is new at each change of it only.
  const joined = JSON.stringify(q.slice(0, MOST_QUERIES));
  const texts = useMemo(() => JSON.parse(joined) as readonly string[], [joined]);
  const clusters = useMemo(() => clustersOf(cluster), [cluster]);
  return {
    texts,
    tab,
    step,
    clusters,
    range,
    set,
    setRange,
    setTexts: (next: readonly string[]) => void set({ q: [...next] }, { history: 'push' }),
  };
}
