'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { useTimeRange } from '@/ui/time/use-time-range.ts';
import { type FrameMessage, type Shared, sharedOf, uidOf } from '../frame-messages.ts';
import { fromGrafanaRange, toGrafanaTime } from '../shared-range.ts';

/** Which dashboard the page's address names, with its range and variables; and how Grafana's moves are written to it. */
export function useDashboardAddress(base: string) {
  const pathname = usePathname();
  const search = useSearchParams();
  const { range } = useTimeRange();
  const uid = decodeURIComponent(pathname.slice(base.length + 1));
  const shared: Shared = useMemo(() => {
    const named = sharedOf(new URLSearchParams(search));
    return { ...named, from: [toGrafanaTime(range.from)], to: [toGrafanaTime(range.to)] };
  }, [search, range]);

  const follow = useCallback(
    ({ path, search: theirs }: FrameMessage) => {
      const shown = uidOf(path);
      // Lists and the like have no page of Oriel's.
      if (shown === undefined) return;
      const url = new URL(window.location.href);
      url.pathname = `${base}/${shown}`;
      for (const name of [...url.searchParams.keys()]) if (name.startsWith('var-')) url.searchParams.delete(name);
      const { from, to, ...variables } = sharedOf(new URLSearchParams(theirs));
      for (const [name, values] of Object.entries(variables)) {
        for (const value of values) url.searchParams.append(name, value);
      }
      const moved = fromGrafanaRange(from?.[0], to?.[0]);
      if (moved !== undefined) {
        url.searchParams.set('from', moved.from);
        url.searchParams.set('to', moved.to);
      }
      // Grafana's own step in the browser's history is enough.
      if (url.href !== window.location.href) window.history.replaceState(window.history.state, '', url);
    },
    [base],
  );
  const setVariable = useCallback((name: string, values: readonly string[]) => {
    const url = new URL(window.location.href);
    url.searchParams.delete(name);
    for (const value of values) url.searchParams.append(name, value);
    window.history.pushState(null, '', url);
  }, []);
  return { uid, shared, follow, setVariable };
}
