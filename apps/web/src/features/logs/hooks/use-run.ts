'use client';
import { useMemo, useState } from 'react';
import { useBrowser } from '@/features/query/use-browser.ts';
import { type Range, resolveRange } from '@/ui/time/range.ts';
import { type Run, startRun } from '../data/run.ts';

type Asked = {
  text: string;
  clusters: readonly string[];
  range: Range;
  /** Changes when the page is refreshed from outside. */
  refresh: unknown;
};

/** What the page shows: begins anew when the URL changes and at each press of Run. "now" is read once. */
export function useRun({ text, clusters, range, refresh }: Asked): { run: Run | undefined; runAgain: () => void } {
  const browser = useBrowser();
  const [presses, setPresses] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a press and a refresh ask for a new "now".
  const run = useMemo(
    () => (browser ? startRun({ text, clusters, ...resolveRange(range, Date.now()) }) : undefined),
    [browser, text, clusters, range, presses, refresh],
  );
  return { run, runAgain: () => setPresses((count) => count + 1) };
}
