'use client';
import type { LucideIcon } from 'lucide-react';
import { Icon } from './icon.tsx';

export type Segment<Value extends string> = { value: Value; label: string; icon?: LucideIcon };

type SegmentedProps<Value extends string> = {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
};

/** Two to four exclusive choices side by side: Live and Paused, Graph and Table. */
export function Segmented<Value extends string>({ label, segments, value, onChange }: SegmentedProps<Value>) {
  return (
    <fieldset className="inline-flex w-fit shrink-0 overflow-hidden rounded-control border border-line2 bg-surface">
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          aria-pressed={segment.value === value}
          onClick={() => onChange(segment.value)}
          className="flex h-[26px] items-center gap-1.5 border-l border-line1 px-[9px] font-medium whitespace-nowrap text-ink2 -outline-offset-2 first:border-l-0 hover:bg-hover aria-pressed:bg-selected aria-pressed:text-ink1 phone:h-9"
        >
          {segment.icon && <Icon icon={segment.icon} size={14} />}
          {segment.label}
        </button>
      ))}
    </fieldset>
  );
}
