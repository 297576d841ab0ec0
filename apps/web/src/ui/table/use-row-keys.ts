'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useShortcut } from '../shortcuts.ts';

type RowKeysOptions = {
  count: number;
  open: ((index: number) => string | undefined) | undefined;
  reveal: (index: number) => void;
};

/** j and k walk the rows, Enter opens the current one. Returns the current row, -1 before the first step. */
export function useRowKeys({ count, open, reveal }: RowKeysOptions): number {
  const router = useRouter();
  const [current, setCurrent] = useState(-1);
  const active = Math.min(current, count - 1);

  function step(by: number) {
    const next = Math.max(0, Math.min(count - 1, active + by));
    if (count === 0) return;
    setCurrent(next);
    reveal(next);
  }

  useShortcut('j', 'Next row', 'Tables', () => step(1));
  useShortcut('k', 'Previous row', 'Tables', () => step(-1));
  useShortcut('Enter', 'Open the row', 'Tables', () => {
    const href = active < 0 ? undefined : open?.(active);
    if (href !== undefined) router.push(href);
  });
  return active;
}
