'use client';
import { Pause, Radio, TriangleAlert, X } from 'lucide-react';
import { Button } from '@/ui/button.tsx';
import { formatCount } from '@/ui/format/count.ts';
import { Icon } from '@/ui/icon.tsx';
import { IconButton } from '@/ui/icon-button.tsx';
import { Segmented } from '@/ui/segmented.tsx';
import { useShortcut } from '@/ui/shortcuts.ts';
import type { Tail } from '../hooks/use-tail.ts';

type TailControlsProps = { tail: Tail | undefined; onStart: () => void; onHold: () => void; onGoOn: () => void };

const SEGMENTS = [
  { value: 'live', label: 'Live', icon: Radio },
  { value: 'paused', label: 'Paused', icon: Pause },
] as const;

/** Begins a live tail; while there is one, holds it back and ends it. */
export function TailControls({ tail, onStart, onHold, onGoOn }: TailControlsProps) {
  useShortcut('l', 'Begin or end the live tail', 'Logs', () => (tail ? tail.stop() : onStart()));
  useShortcut('p', 'Pause the live tail, or go on', 'Logs', () => tail && (tail.paused ? onGoOn() : onHold()));
  if (tail === undefined) {
    return (
      <Button size="small" icon={Radio} aria-keyshortcuts="l" onClick={onStart} className="phone:h-9">
        Live tail
      </Button>
    );
  }
  return (
    <>
      <Segmented
        label="Live tail"
        segments={SEGMENTS}
        value={tail.paused ? 'paused' : 'live'}
        onChange={(value) => (value === 'paused' ? onHold() : onGoOn())}
      />
      <IconButton icon={X} size="small" label="End the live tail" aria-keyshortcuts="l" onClick={tail.stop} />
      {tail.dropped > 0 && (
        <span
          title="The store left them out because they came faster than they were read. Run the query again to see them."
          className="flex items-center gap-1 text-small font-medium whitespace-nowrap text-warn"
        >
          <Icon icon={TriangleAlert} size={14} />
          <span>
            {formatCount(tail.dropped)} dropped<span className="phone:hidden"> by the tail</span>
          </span>
        </span>
      )}
    </>
  );
}
