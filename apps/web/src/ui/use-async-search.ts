'use client';
import { useEffect, useRef, useState } from 'react';

/** Asks a server for at most 50 matches; must honour the signal. */
export type Search<Item> = (query: string, signal: AbortSignal) => Promise<readonly Item[]>;

type SearchState<Item> = { items: readonly Item[]; pending: boolean; error: string | null };

const DEBOUNCE_MS = 150;

/** Runs a server search as the query changes; the last answer stays on screen while the next is awaited. */
export function useAsyncSearch<Item>(search: Search<Item>, query: string, enabled: boolean): SearchState<Item> {
  const [state, setState] = useState<SearchState<Item>>({ items: [], pending: false, error: null });
  const latest = useRef(search);
  latest.current = search;

  useEffect(() => {
    if (!enabled) return;
    const abort = new AbortController();
    setState((before) => ({ ...before, pending: true }));
    const timer = setTimeout(
      () => {
        latest.current(query, abort.signal).then(
          (items) => !abort.signal.aborted && setState({ items, pending: false, error: null }),
          (cause: unknown) => {
            if (abort.signal.aborted) return;
            setState({ items: [], pending: false, error: cause instanceof Error ? cause.message : String(cause) });
          },
        );
      },
      query === '' ? 0 : DEBOUNCE_MS,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, enabled]);

  return state;
}
