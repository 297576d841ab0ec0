'use client';
import { ChevronDown, Clock } from 'lucide-react';
import { type ComponentProps, lazy } from 'react';
import { buttonClass } from '@/ui/button-class.ts';
import { formatMoment, formatZone } from '@/ui/format/time.ts';
import { Icon } from '@/ui/icon.tsx';
import { LazyPopup } from '@/ui/lazy-popup.tsx';
import { useShortcut } from '@/ui/shortcuts.ts';
import { describeRelative, type Range, relativeParts, resolveRange, shiftRange } from '@/ui/time/range.ts';
import { useTimeRange } from '@/ui/time/use-time-range.ts';
import { useZone } from '@/ui/time/zone.tsx';

const load = () => import('./time-picker-popup.tsx');
const TimePickerPopup = lazy(load);

/** One button: "Last 1 hour UTC". `[` and `]` move the range. */
export function TimePicker() {
  const { range, setRange } = useTimeRange();
  useShortcut('[', 'Earlier', 'Time', () => setRange(shiftRange(range, Date.now(), 'earlier')));
  useShortcut(']', 'Later', 'Time', () => setRange(shiftRange(range, Date.now(), 'later')));
  return (
    <LazyPopup preload={load} trigger={<TimeButton range={range} />}>
      {(popup) => <TimePickerPopup {...popup} />}
    </LazyPopup>
  );
}

function TimeButton({ range, ...rest }: ComponentProps<'button'> & { range: Range }) {
  const { zone } = useZone();
  const parts = relativeParts(range);
  const long = describeRelative(range) ?? describeAbsolute(range, zone);
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass('secondary', 'bar')} min-w-0 phone:border-transparent phone:bg-transparent phone:px-2`}
    >
      <Icon icon={Clock} size={14} />
      <span className="sr-only">Time range: </span>
      <span className="truncate phone:hidden">{long}</span>
      <span className="desk:hidden">{parts === null ? 'Range' : `${parts.amount} ${parts.unit}`}</span>
      <span className="font-normal text-ink3 phone:hidden">{formatZone(zone)}</span>
      <Icon icon={ChevronDown} size={12} className="phone:hidden" />
    </button>
  );
}

/** The page's own instants, not the browser's clock, so the server and the browser agree. */
function describeAbsolute(range: Range, zone: string): string {
  if (range.from.startsWith('now') || range.to.startsWith('now')) return `${range.from} to ${range.to}`;
  const { from, to } = resolveRange(range, 0);
  return `${formatMoment(from, zone, 0)} to ${formatMoment(to, zone, from)}`;
}
