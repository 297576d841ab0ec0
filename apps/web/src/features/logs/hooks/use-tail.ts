'use client';
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { StoreClient } from '@/features/query/store-client.ts';
import type { LogLine } from '../data/log-line.ts';
import { mergeLines } from '../data/merge-lines.ts';
import { compareNanoseconds } from '../data/nanoseconds.ts';
import type { Run } from '../data/run.ts';
import { MOST_TAILED, TailFeed, type TailSnapshot } from '../data/tail-feed.ts';
import { whyRefused } from '../data/why-refused.ts';
import type { LogsUrl } from './use-logs-url.ts';

export interface Tail extends Omit<TailSnapshot, 'lines'> {
  readonly pause: () => void;
  readonly resume: () => void;
  readonly stop: () => void;
  /** Opens it again at once. */
  readonly reopen: () => void;
}

type Asked = { store: StoreClient; url: LogsUrl; run: Run | undefined; runAgain: () => void };

const QUIET: TailSnapshot = { state: { kind: 'connecting' }, lines: [], paused: false, waiting: 0, dropped: 0 };
const subscribeToNothing = () => () => {};

/** The live tail of the page's query, while the address asks for it and the range ends now. */
export function useTail({ store, url, run, runAgain }: Asked) {
  const { set, setRange } = url;
  const query = url.live && url.range.to === 'now' && run?.kind === 'lines' ? run.query : undefined;
  const onReturn = useRef(runAgain);
  onReturn.current = runAgain;
  const feed = useMemo(
    () =>
      query === undefined
        ? undefined
        : new TailFeed({
            store,
            query,
            whyRefused: whyRefused(store, query),
            onReturn: () => onReturn.current(),
          }),
    [store, query],
  );
  useEffect(() => {
    feed?.start();
    return feed?.stop;
  }, [feed]);
  const quiet = useCallback(() => QUIET, []);
  const { lines, ...shown } = useSyncExternalStore(
    feed?.subscribe ?? subscribeToNothing,
    feed?.snapshot ?? quiet,
    quiet,
  );

  const stop = useCallback(() => void set({ live: null }), [set]);
  const start = useCallback(() => {
    void set({ live: true, row: null });
    if (url.range.to === 'now') onReturn.current();
    else setRange({ from: 'now-15m', to: 'now' });
  }, [set, setRange, url.range.to]);
  const tail: Tail | undefined = feed && {
    ...shown,
    pause: feed.pause,
    resume: feed.resume,
    stop,
    reopen: feed.start,
  };
  return { tail, tailed: lines, startTail: start };
}

/** The lines of the run and, before them, those that came since. */
export function withTailed(
  lines: readonly LogLine[],
  hasMore: boolean,
  tailed: readonly LogLine[],
): readonly LogLine[] {
  if (tailed.length === 0) return lines;
  // Behind what is loaded, lines would be missing between those that the tail holds.
  const oldest = hasMore ? lines.at(-1)?.at : undefined;
  const shown = oldest === undefined ? tailed : tailed.filter((line) => compareNanoseconds(line.at, oldest) > 0);
  return mergeLines(shown, lines).slice(0, MOST_TAILED);
}
