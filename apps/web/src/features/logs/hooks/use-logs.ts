'use client';
import { useEffect, useMemo, useRef } from 'react';
import { addToHistory } from '@/features/query/query-history.ts';
import { StoreClient } from '@/features/query/store-client.ts';
import { sourceOf, type TelemetryProject } from '@/features/query/telemetry-project.ts';
import { absoluteRange, resolveRange } from '@/ui/time/range.ts';
import { LabelSource } from '../data/label-source.ts';
import { modelOf, useDraft } from './use-draft.ts';
import { useEstimate } from './use-estimate.ts';
import { useHistogram } from './use-histogram.ts';
import { useLines } from './use-lines.ts';
import { useLogsUrl } from './use-logs-url.ts';
import { useRun } from './use-run.ts';
import { useTail, withTailed } from './use-tail.ts';

const HOUR_MS = 3_600_000;

/** Everything the page's parts share: the URL, the draft, the run and its answers. */
export function useLogs(project: TelemetryProject, renderedAt: number) {
  const url = useLogsUrl();
  const store = useMemo(() => new StoreClient(project.slug, 'loki'), [project.slug]);
  const range = useRef(url.range);
  range.current = url.range;
  const labels = useMemo(() => new LabelSource(store, () => resolveRange(range.current, Date.now())), [store]);
  const draft = useDraft(url.text);
  const { run, runAgain } = useRun({ text: url.text, clusters: url.clusters, range: url.range, refresh: renderedAt });
  const lines = useLines(store, run);
  const histogram = useHistogram(store, run);
  const { tail, tailed, startTail } = useTail({ store, url, run, runAgain });
  const listed = useMemo(() => withTailed(lines.lines, lines.hasMore, tailed), [lines.lines, lines.hasMore, tailed]);
  const estimate = useEstimate(store, { text: draft.text, clusters: url.clusters, range: url.range });
  const historyKey = `oriel-log-queries:${project.slug}`;

  useEffect(() => {
    if (run?.kind === 'lines') addToHistory(historyKey, run.text);
  }, [run, historyKey]);

  function runText(text: string) {
    draft.setText(text);
    if (text === url.text) runAgain();
    else url.goTo({ text });
  }

  /** The last hour, or the end of the present range, as long as the store allows. */
  function shorten(longestMs: number | undefined) {
    if (longestMs === undefined || run === undefined) return url.setRange({ from: 'now-1h', to: 'now' });
    url.setRange(absoluteRange(run.to - Math.max(HOUR_MS, longestMs - HOUR_MS), run.to));
  }

  return {
    url,
    store,
    labels,
    draft,
    draftModel: modelOf(draft.read),
    run,
    runAgain,
    runText,
    shorten,
    lines,
    /** The same with what the live tail brought since. */
    listed,
    tail,
    startTail,
    histogram,
    estimate,
    historyKey,
    source: sourceOf(project, url.clusters, 'logging'),
    total: histogram.isPlaceholderData ? undefined : histogram.data?.total,
  };
}
