'use client';
import { parseAsString, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { DEFAULT_RANGE, type Range } from './range.ts';

const PARAMS = {
  from: parseAsString.withDefault(DEFAULT_RANGE.from),
  to: parseAsString.withDefault(DEFAULT_RANGE.to),
};

/** The range in the URL and its setter. Each change is a step in the browser's history. */
export function useTimeRange(): { range: Range; setRange: (range: Range) => void } {
  const [{ from, to }, set] = useQueryStates(PARAMS, { history: 'push' });
  const range = useMemo(() => ({ from, to }), [from, to]);
  const setRange = useCallback((next: Range) => void set(next), [set]);
  return { range, setRange };
}
