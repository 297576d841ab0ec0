'use client';
import { useRef, useState } from 'react';
import { useShortcut } from '@/ui/shortcuts.ts';
import type { LogLine } from '../data/log-line.ts';

type RowKeys = {
  lines: readonly LogLine[];
  onReveal: (index: number) => void;
  onToggle: (line: LogLine) => void;
};

/** j and k walk the rows, Enter opens one. The row keeps its place when newer pages arrive behind it. */
export function useRowKeys({ lines, onReveal, onToggle }: RowKeys): LogLine | undefined {
  const [active, setActive] = useState<LogLine>();
  const index = useRef(-1);

  function walk(step: 1 | -1) {
    if (lines[index.current] !== active) index.current = active === undefined ? -1 : lines.indexOf(active);
    const next = Math.min(lines.length - 1, Math.max(0, index.current + step));
    index.current = next;
    setActive(lines[next]);
    if (next >= 0) onReveal(next);
  }
  useShortcut('j', 'Next line', 'Logs', () => walk(1));
  useShortcut('k', 'Line before', 'Logs', () => walk(-1));
  useShortcut('Enter', 'Open or close the line', 'Logs', (event) => {
    const pressed = event.target instanceof HTMLElement && event.target.closest('button, a') !== null;
    if (pressed) (event.target as HTMLElement).click();
    else if (active !== undefined) onToggle(active);
  });
  return active;
}
