'use client';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { formatZone } from '@/ui/format/time.ts';
import { Icon } from '@/ui/icon.tsx';
import type { LazyPopupProps } from '@/ui/lazy-popup.tsx';
import PopoverPopup from '@/ui/overlay/popover-popup.tsx';
import { Segmented } from '@/ui/segmented.tsx';
import { describeRelative, QUICK_RANGES, type Range } from '@/ui/time/range.ts';
import { useTimeRange } from '@/ui/time/use-time-range.ts';
import { useZone } from '@/ui/time/zone.tsx';
import { TimeRangeForm } from './time-range-form.tsx';

/** Quick ranges left, absolute form right, zone switch below. */
export default function TimePickerPopup({ trigger, defaultOpen }: LazyPopupProps) {
  const [open, setOpen] = useState(defaultOpen);
  const { range, setRange } = useTimeRange();
  function choose(next: Range) {
    setRange(next);
    setOpen(false);
  }
  return (
    <PopoverPopup
      label="Time range"
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
      align="end"
      className="w-[440px]"
    >
      <div className="grid grid-cols-[168px_minmax(0,1fr)] phone:grid-cols-1">
        <ul className="border-r border-line1 p-1 phone:grid phone:grid-cols-2 phone:border-r-0 phone:border-b">
          {QUICK_RANGES.map((quick) => (
            <li key={quick.from}>
              <QuickRange quick={quick} current={quick.from === range.from && range.to === 'now'} onChoose={choose} />
            </li>
          ))}
        </ul>
        <TimeRangeForm range={range} onApply={choose} />
      </div>
      <ZoneSwitch />
    </PopoverPopup>
  );
}

function QuickRange(props: { quick: Range; current: boolean; onChoose: (range: Range) => void }) {
  const { quick, current, onChoose } = props;
  return (
    <button
      type="button"
      aria-pressed={current}
      onClick={() => onChoose(quick)}
      className="flex h-7 w-full items-center gap-2 rounded-badge px-2 text-left hover:bg-hover aria-pressed:bg-selected phone:h-9"
    >
      <span className="flex-1">{describeRelative(quick)}</span>
      {current && <Icon icon={Check} size={14} className="text-accent" />}
    </button>
  );
}

function ZoneSwitch() {
  const { zone, setZone } = useZone();
  const local = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line1 px-3 py-2">
      <span className="text-small text-ink3">Times in</span>
      <Segmented
        label="Time zone"
        value={zone === 'UTC' ? 'UTC' : local}
        onChange={setZone}
        segments={
          local === 'UTC'
            ? [{ value: 'UTC', label: 'UTC' }]
            : [
                { value: 'UTC', label: 'UTC' },
                { value: local, label: `Local, ${formatZone(local)}` },
              ]
        }
      />
    </div>
  );
}
