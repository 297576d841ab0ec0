'use client';
import { useEffect, useState } from 'react';

/** The present, in milliseconds, renewed every `everyMs`: ages on a page move together. */
export function useNow(everyMs = 1_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
