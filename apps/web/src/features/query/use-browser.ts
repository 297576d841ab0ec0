'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';

const never = () => () => {};

/** False while the server renders and in the browser's first pass: queries and clocks wait for it. */
export function useBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** The value once it has rested for a while, so that typing does not ask a server at each letter. */
export function useRested<Value>(value: Value, ms: number): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}
