'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { rowAt, rowOffsets } from './row-offsets.ts';

type VirtualRowsOptions = {
  keys: readonly string[];
  estimate: number;
  /** What scrolls, and where the first row begins inside it. */
  scroller: () => { element: HTMLElement; top: number } | null;
  /** What sticks over the rows at the top. */
  headHeight: number;
};

const OVERSCAN = 8;
const FIRST_PAINT = 30;

/** Draws only the rows in view, of any height. Small on purpose: it is part of every table's first load. */
export function useVirtualRows({ keys, estimate, scroller, headHeight }: VirtualRowsOptions) {
  const sizes = useRef(new Map<string, number>());
  const [measured, setMeasured] = useState(0);
  const [range, setRange] = useState({ first: 0, last: FIRST_PAINT });
  const getScroller = useRef(scroller);
  getScroller.current = scroller;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `measured` says that the sizes changed.
  const offsets = useMemo(
    () => rowOffsets(keys.length, (index) => sizes.current.get(keys[index] ?? ''), estimate),
    [keys, estimate, measured],
  );

  useEffect(() => {
    const element = getScroller.current()?.element;
    if (element === undefined) return;
    const update = () => {
      // Asked again each time: a note above the table moves it.
      const start = element.scrollTop - (getScroller.current()?.top ?? 0);
      const first = Math.max(0, rowAt(offsets, start) - OVERSCAN);
      const last = rowAt(offsets, start + element.clientHeight) + OVERSCAN;
      setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    update();
    const observer = new ResizeObserver(update);
    observer.observe(element);
    element.addEventListener('scroll', update, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', update);
    };
  }, [offsets]);

  /** A ref for each row, which must carry its key in `data-key`. */
  const measure = useCallback((row: HTMLElement | null) => {
    if (row === null) return;
    const observer = new ResizeObserver(() => {
      const key = row.dataset.key ?? '';
      if (row.offsetHeight === 0 || sizes.current.get(key) === row.offsetHeight) return;
      sizes.current.set(key, row.offsetHeight);
      setMeasured((count) => count + 1);
    });
    observer.observe(row);
    return () => observer.disconnect();
  }, []);

  function reveal(index: number) {
    const target = getScroller.current();
    if (target === null) return;
    const { element, top } = target;
    const [start, end] = [top + (offsets[index] ?? 0), top + (offsets[index + 1] ?? 0)];
    if (start < element.scrollTop) element.scrollTop = start;
    else if (end > element.scrollTop + element.clientHeight - headHeight) {
      element.scrollTop = end - element.clientHeight + headHeight;
    }
  }

  const first = Math.min(range.first, Math.max(0, keys.length - 1));
  const end = Math.min(range.last + 1, keys.length);
  return {
    first,
    end,
    before: offsets[first] ?? 0,
    after: (offsets[keys.length] ?? 0) - (offsets[end] ?? 0),
    measure,
    reveal,
  };
}
