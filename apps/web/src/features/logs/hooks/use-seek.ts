'use client';
import { useEffect, useRef, useState } from 'react';
import { lineId, nanosecondOfId } from '../data/log-line.ts';
import { compareNanoseconds, type Nanoseconds, toMilliseconds } from '../data/nanoseconds.ts';
import type { Run } from '../data/run.ts';
import type { Lines } from './use-lines.ts';

const MOST_PAGES = 10;

export type Seek = 'none' | 'looking' | 'found' | 'too-far' | 'gone';

/** Loads further pages until the line that the address names is among them; gives up after ten. */
export function useSeek(row: string | null, run: Run | undefined, lines: Lines): Seek {
  const [given, setGiven] = useState<string | null>(null);
  const pages = useRef({ row: null as string | null, count: 0 });
  const at = row === null || run === undefined ? undefined : within(run, nanosecondOfId(row));
  const oldest = lines.lines.at(-1)?.at;
  const passed = at !== undefined && oldest !== undefined && compareNanoseconds(oldest, at) < 0;
  const waiting = at !== undefined && oldest !== undefined && !passed && lines.hasMore && !lines.outdated;
  const { loadMore, loadingMore, moreError } = lines;

  useEffect(() => {
    if (!waiting || loadingMore || moreError !== null) return;
    if (pages.current.row !== row) pages.current = { row, count: 0 };
    if (pages.current.count >= MOST_PAGES) return setGiven(row);
    pages.current.count += 1;
    loadMore();
  }, [waiting, loadingMore, moreError, row, loadMore]);

  if (row === null || at === undefined || oldest === undefined || lines.outdated) return 'none';
  if (given === row && waiting) return 'too-far';
  if (waiting) return 'looking';
  return lines.lines.some((line) => line.at === at && lineId(line) === row) ? 'found' : 'gone';
}

/** A line outside the range is not worth a search. */
function within(run: Run, at: Nanoseconds | undefined): Nanoseconds | undefined {
  if (at === undefined) return undefined;
  const ms = toMilliseconds(at);
  return ms >= run.from && ms <= run.to ? at : undefined;
}
