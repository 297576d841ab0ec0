'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { useZone } from '@/ui/time/zone.tsx';
import { PHONE, useMedia } from '@/ui/use-media.ts';
import { type Column, gridTemplate, LABEL_COLUMNS, type LabelColumn } from '../columns.ts';
import { type LogLine, lineId } from '../data/log-line.ts';
import { useRowKeys } from '../hooks/use-row-keys.ts';
import { type LineActions, LineDetail } from './line-detail.tsx';
import { LineRow, type RowLook } from './line-row.tsx';

const NEAR_END = 60;
const AWAY_PX = 8;
const DAY_MS = 86_400_000;

export type VisibleRange = { first: number; last: number };

type LineListProps = {
  lines: readonly LogLine[];
  look: { columns: readonly Column[]; wrap: boolean; pattern: RegExp | undefined; spanMs: number };
  openRow: string | null;
  onOpenRow: (row: string | null) => void;
  actions: LineActions;
  onVisible: (range: VisibleRange) => void;
  onNearEnd: () => void;
  /** The reader left the newest line, or came back to it. */
  onAway: (away: boolean) => void;
  /** Somebody walks the lines by keys. */
  onRead: () => void;
  /** Changes when the newest line is to be shown. */
  toTop: number;
  /** Stands after the oldest loaded line. */
  end: ReactNode;
};

/** Only the rows in view are in the page; the next page of lines is asked for before its end comes into view. */
export function LineList(props: LineListProps) {
  const { lines, openRow, onOpenRow, actions, onVisible, onNearEnd, onAway, onRead, toTop, end } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const look = useRowLook(lines, props.look);
  const openIndex = useMemo(
    () => (openRow === null ? -1 : lines.findIndex((line) => openRow.startsWith(line.at) && lineId(line) === openRow)),
    [lines, openRow],
  );
  const virtual = useVirtualizer({
    count: lines.length + 1,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (index === lines.length ? 40 : look.phone ? 66 : 24),
    overscan: 12,
    paddingStart: look.phone ? 0 : 4,
    getItemKey: (index) => (index < lines.length ? index : 'end'),
  });
  // A line opened here is in view already; one that the address names is brought into view.
  const shown = useRef<string | null>(null);
  const toggle = useCallback(
    (line: LogLine) => {
      const id = lineId(line);
      shown.current = id;
      onOpenRow(id === openRow ? null : id);
    },
    [openRow, onOpenRow],
  );
  const active = useRowKeys({
    lines,
    onReveal: (index) => {
      onRead();
      virtual.scrollToIndex(index, { align: 'auto' });
    },
    onToggle: toggle,
  });

  // Rows of one line are all alike: only those that differ are measured, which would lay the page out each time.
  const measured = look.wrap || look.phone;
  const sizing = measured ? 'measured' : `all alike but ${openIndex}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: forgets sizes when the way of sizing changes.
  useEffect(() => virtual.measure(), [virtual, sizing]);

  const items = virtual.getVirtualItems();
  const first = virtual.range?.startIndex ?? 0;
  const last = Math.min(virtual.range?.endIndex ?? 0, lines.length - 1);
  useEffect(() => onVisible({ first, last }), [first, last, onVisible]);
  useEffect(() => {
    if (toTop > 0) scroller.current?.scrollTo({ top: 0 });
  }, [toTop]);
  useEffect(() => {
    if (last >= lines.length - NEAR_END) onNearEnd();
  }, [last, lines.length, onNearEnd]);
  useEffect(() => {
    if (openIndex === -1 || shown.current === openRow) return;
    shown.current = openRow;
    virtual.scrollToIndex(openIndex, { align: 'center' });
  }, [openIndex, openRow, virtual]);

  return (
    <section
      ref={scroller}
      aria-label="Lines, newest first"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      onScroll={({ currentTarget }) => onAway(currentTarget.scrollTop > AWAY_PX)}
      className="min-h-0 flex-1 overflow-auto scroll-thin -outline-offset-2"
    >
      <ul className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index];
          return (
            <li
              key={item.key}
              ref={measured || item.index === openIndex || line === undefined ? virtual.measureElement : undefined}
              data-index={item.index}
              className="absolute inset-x-0 top-0 [contain:content]"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {line === undefined ? (
                end
              ) : (
                <>
                  <LineRow
                    line={line}
                    look={look}
                    open={item.index === openIndex}
                    active={line === active}
                    onToggle={toggle}
                  />
                  {item.index === openIndex && <LineDetail line={line} actions={actions} />}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function useRowLook(lines: readonly LogLine[], { columns, wrap, pattern, spanMs }: LineListProps['look']): RowLook {
  const { zone } = useZone();
  const phone = useMedia(PHONE);
  const withDate = spanMs > DAY_MS;
  // The streams of the newest lines stand for all: widths that move while one scrolls are worse than one cut name.
  const sample = lines.length > 0 ? lines[0] : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: later pages do not move the columns.
  const template = useMemo(() => {
    const widest = longestLabels(sample === undefined ? [] : lines.slice(0, 1000));
    return gridTemplate(columns, (label) => widest[label], withDate);
  }, [sample, columns, withDate]);
  return useMemo(
    () => ({ columns, template, wrap, phone, pattern, zone, withDate }),
    [columns, template, wrap, phone, pattern, zone, withDate],
  );
}

function longestLabels(lines: readonly LogLine[]): Record<LabelColumn, number> {
  const longest = { cluster: 0, namespace: 0, pod: 0, container: 0 };
  for (const stream of new Set(lines.map((line) => line.stream))) {
    for (const label of LABEL_COLUMNS) longest[label] = Math.max(longest[label], stream.labels[label]?.length ?? 0);
  }
  return longest;
}
