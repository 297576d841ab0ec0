'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { addToHistory } from '@/features/query/query-history.ts';
import { StoreClient } from '@/features/query/store-client.ts';
import { sourceOf, type TelemetryProject } from '@/features/query/telemetry-project.ts';
import { useBrowser } from '@/features/query/use-browser.ts';
import { absoluteRange, resolveRange } from '@/ui/time/range.ts';
import { MetricSource } from '../data/metric-source.ts';
import { startRun } from '../data/run.ts';
import { useAnswers } from './use-answers.ts';
import { filled, useDrafts } from './use-drafts.ts';
import { useMetricsUrl } from './use-metrics-url.ts';

const HOUR_MS = 3_600_000;

/** Everything the page's parts share: the URL, the drafts, the run and its answers. */
export function useMetrics(project: TelemetryProject, renderedAt: number) {
  const url = useMetricsUrl();
  const { texts, clusters, step, range } = url;
  const browser = useBrowser();
  const [presses, setPresses] = useState(0);
  const store = useMemo(() => new StoreClient(project.slug, 'prometheus'), [project.slug]);
  const latestRange = useRef(range);
  latestRange.current = range;
  const source = useMemo(() => new MetricSource(store, () => resolveRange(latestRange.current, Date.now())), [store]);
  const drafts = useDrafts(texts);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a press and a refresh ask for a new "now".
  const run = useMemo(
    () =>
      browser && texts.length > 0 ? startRun({ texts, clusters, step, ...resolveRange(range, Date.now()) }) : undefined,
    [browser, texts, clusters, step, range, presses, renderedAt],
  );
  const { graphs, tables } = useAnswers(store, run, url.tab);
  const historyKey = `oriel-metric-queries:${project.slug}`;

  useEffect(() => {
    for (const { text } of run?.queries ?? []) addToHistory(historyKey, text);
  }, [run, historyKey]);

  function runTexts(next: readonly string[]) {
    const wanted = filled(next);
    drafts.settle();
    if (JSON.stringify(wanted) === JSON.stringify(texts)) setPresses((count) => count + 1);
    else url.setTexts(wanted);
  }

  /** The last hour, or the end of the present range, as long as the store allows. */
  function shorten(longestMs: number | undefined) {
    if (longestMs === undefined || run === undefined) return url.setRange({ from: 'now-1h', to: 'now' });
    url.setRange(absoluteRange(run.to - Math.max(HOUR_MS, longestMs - HOUR_MS), run.to));
  }

  return {
    url,
    source,
    drafts,
    run,
    graphs,
    tables,
    running: [...graphs, ...tables].some(({ result }) => result.isFetching),
    historyKey,
    /** Whether the page's server half has been taken over, and the URL is known. */
    ready: browser,
    runTexts,
    shorten,
    state: sourceOf(project, clusters, 'monitoring'),
  };
}

export type Metrics = ReturnType<typeof useMetrics>;
