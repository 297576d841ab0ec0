'use client';
import { Download, ListFilter, WrapText } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/ui/button.tsx';
import { formatBinaryBytes } from '@/ui/format/bytes.ts';
import { formatCount } from '@/ui/format/count.ts';
import { formatDuration } from '@/ui/format/duration.ts';
import { formatClock } from '@/ui/format/time.ts';
import { IconButton } from '@/ui/icon-button.tsx';
import { useZone } from '@/ui/time/zone.tsx';
import type { Column } from '../columns.ts';
import type { Run } from '../data/run.ts';
import type { Lines } from '../hooks/use-lines.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import type { VisibleRange } from './line-list.tsx';

type LinesToolbarProps = {
  run: Run | undefined;
  lines: Lines;
  /** Of the list, with those of the live tail. */
  count: number;
  visible: VisibleRange;
  view: { wrap: boolean; columns: readonly Column[]; set: (look: { wrap?: boolean; columns?: Column[] }) => void };
  tail: ReactNode;
  isTailing: boolean;
  onDownload: () => void;
  fields: { count: number; onOpen: () => void };
};

/** What ran and what it read; how much of it is loaded; how it looks. */
export function LinesToolbar({
  run,
  lines,
  count,
  visible,
  view,
  tail,
  isTailing,
  onDownload,
  fields,
}: LinesToolbarProps) {
  const { zone } = useZone();
  const ran = run && !lines.outdated && count > 0 && !isTailing;
  return (
    <div className="flex h-10 shrink-0 items-center gap-2 border-b border-line1 px-3 phone:h-12 phone:pl-4">
      {tail}
      <p role="status" className="tnum min-w-0 truncate text-small text-ink3">
        {(lines.loading || lines.outdated) && !isTailing
          ? 'Running'
          : ran
            ? `Ran ${formatClock(run.to, zone)}, took ${formatDuration(lines.tookMs)}, read ${formatBinaryBytes(lines.bytesRead)}`
            : ''}
      </p>
      <span className="flex-1" />
      {count > 0 && (
        <span className="tnum shrink-0 text-small text-ink3 phone:hidden">
          {formatCount(visible.first + 1)}–{formatCount(visible.last + 1)} of {formatCount(count)} loaded, newest first
        </span>
      )}
      <Button
        size="small"
        variant={view.wrap ? 'secondary' : 'ghost'}
        icon={WrapText}
        aria-pressed={view.wrap}
        onClick={() => view.set({ wrap: !view.wrap })}
        className="aria-pressed:bg-selected phone:hidden"
      >
        Wrap
      </Button>
      <span className="phone:hidden">
        <ColumnsMenu columns={view.columns} onChange={(columns) => view.set({ columns })} />
      </span>
      <IconButton
        icon={Download}
        size="small"
        label="Download the loaded lines"
        disabled={count === 0}
        onClick={onDownload}
        className="phone:hidden"
      />
      <Button size="small" icon={ListFilter} onClick={fields.onOpen} className="desk:hidden">
        Fields <span className="font-normal text-ink3">{fields.count}</span>
      </Button>
    </div>
  );
}
