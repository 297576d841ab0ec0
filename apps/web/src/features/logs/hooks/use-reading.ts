'use client';
import { useCallback, useRef, useState } from 'react';
import type { Tail } from './use-tail.ts';

/**
 * What reading does to a live tail: leaving the newest line holds it back until one is at the top again;
 * opening a line, or a press of Paused, holds it back until the person lets it go on.
 */
export function useReading(tail: Tail | undefined) {
  const [toTop, setToTop] = useState(0);
  const latest = useRef(tail);
  const byScrolling = useRef(false);
  latest.current = tail;
  const hold = useCallback(() => {
    byScrolling.current = false;
    latest.current?.pause();
  }, []);
  const goOn = useCallback(() => {
    byScrolling.current = false;
    latest.current?.resume();
    setToTop((count) => count + 1);
  }, []);
  const onAway = useCallback((away: boolean) => {
    const { current } = latest;
    if (away && current && !current.paused) {
      byScrolling.current = true;
      current.pause();
    }
    if (!away && byScrolling.current) {
      byScrolling.current = false;
      current?.resume();
    }
  }, []);
  return { hold, goOn, onAway, toTop };
}
