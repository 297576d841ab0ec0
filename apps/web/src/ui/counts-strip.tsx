'use client';
import { clsx } from 'clsx';
import type { LucideIcon } from 'lucide-react';
import { formatCount } from './format/count.ts';
import { Icon } from './icon.tsx';
import { TONE_TEXT, type Tone } from './status.ts';

export type CountCell<Id extends string> = {
  id: Id;
  label: string;
  /** undefined while it is loading. */
  count: number | undefined;
  icon: LucideIcon;
  tone?: Tone;
  turning?: boolean;
  /** Dropped on the phone, where there is room for six. */
  calm?: boolean;
};

type CountsStripProps<Id extends string> = {
  label: string;
  cells: readonly CountCell<Id>[];
  value: Id;
  onChange: (id: Id) => void;
};

/** Counts that filter. Cells may overlap in meaning; the numbers come from the server. */
export function CountsStrip<Id extends string>({ label, cells, value, onChange }: CountsStripProps<Id>) {
  return (
    <fieldset className="-ml-px grid shrink-0 auto-cols-fr grid-flow-col border-b border-line2 narrow:grid-flow-row narrow:grid-cols-4 phone:grid-flow-row phone:grid-cols-3">
      <legend className="sr-only">{label}</legend>
      {cells.map((cell) => (
        <button
          key={cell.id}
          type="button"
          aria-pressed={cell.id === value}
          onClick={() => onChange(cell.id)}
          className={clsx(
            '-mb-px flex min-w-0 flex-col gap-0.5 border-b border-l border-line1 py-2.5 pr-3 pl-4 text-left -outline-offset-2 first-of-type:pl-5 hover:bg-hover aria-pressed:bg-selected aria-pressed:shadow-[inset_0_-2px_0_var(--accent)] phone:gap-0 phone:py-2 phone:pr-2 phone:first-of-type:pl-4',
            cell.calm && 'phone:hidden',
          )}
        >
          <span className="flex items-center gap-1.5 text-small font-medium whitespace-nowrap">
            <Icon
              icon={cell.icon}
              size={14}
              className={clsx(TONE_TEXT[cell.tone ?? 'muted'], cell.turning && 'spin')}
            />
            <span className="truncate text-ink2">{cell.label}</span>
          </span>
          <span className="text-strip font-semibold phone:text-[18px] phone:leading-6">
            {cell.count === undefined ? <span className="text-ink3">–</span> : formatCount(cell.count)}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
