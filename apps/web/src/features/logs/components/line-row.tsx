import { clsx } from 'clsx';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type MouseEvent, memo, type ReactNode } from 'react';
import { formatClockMs, formatMoment } from '@/ui/format/time.ts';
import { Icon } from '@/ui/icon.tsx';
import { type Column, LABEL_COLUMNS } from '../columns.ts';
import type { LogLine } from '../data/log-line.ts';
import { toMilliseconds } from '../data/nanoseconds.ts';
import { LEVEL_EDGE, LEVEL_TINT, LEVEL_WORD } from './level-look.ts';
import { LineMessage } from './line-message.tsx';

/** How all rows of a list look; one object, so that a row draws itself again only when it changes. */
export interface RowLook {
  readonly columns: readonly Column[];
  readonly template: string;
  readonly wrap: boolean;
  readonly phone: boolean;
  readonly pattern: RegExp | undefined;
  readonly zone: string;
  /** The range is longer than a day, so a time alone would not say when. */
  readonly withDate: boolean;
}

type LineRowProps = {
  line: LogLine;
  look: RowLook;
  open: boolean;
  active: boolean;
  onToggle: (line: LogLine) => void;
};

/** One line: level edge, disclosure, time, level, cluster, pod, message, the rest as key=value. */
export const LineRow = memo(function LineRow({ line, look, open, active, onToggle }: LineRowProps) {
  const { level } = line.stream;
  const disclose = <Disclose line={line} look={look} open={open} onToggle={onToggle} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same; a row that were one could not be selected as text.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <div
      onClick={(event) => isPlainClick(event) && onToggle(line)}
      style={look.phone ? undefined : { gridTemplateColumns: look.template }}
      className={clsx(
        'mono grid w-full cursor-default items-center hover:bg-hover',
        LEVEL_EDGE[level],
        open ? 'bg-selected hover:bg-selected' : LEVEL_TINT[level],
        active && 'outline-2 -outline-offset-2 outline-accent-line',
        look.phone
          ? 'grid-cols-[auto_auto_minmax(0,1fr)] grid-rows-[18px_auto] gap-x-3 border-b border-line1 pt-[5px] pr-3 pb-1.5 pl-4 leading-[18px]'
          : look.wrap
            ? 'items-start border-b border-line1 py-0.5 leading-5'
            : 'h-6 leading-6 whitespace-nowrap',
      )}
    >
      {look.phone ? (
        <PhoneCells line={line} look={look} disclose={disclose} />
      ) : (
        <DeskCells line={line} look={look} disclose={disclose} />
      )}
    </div>
  );
});

/** A press on the row itself, not on a button in it, and not the end of marking text. */
function isPlainClick(event: MouseEvent): boolean {
  if (event.target instanceof Element && event.target.closest('button') !== null) return false;
  return window.getSelection()?.isCollapsed ?? true;
}

function Disclose({ line, look, open, onToggle }: Omit<LineRowProps, 'active'>) {
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-label={`Line of ${timeOf({ line, look })}`}
      onClick={() => onToggle(line)}
      className={clsx(
        'grid place-items-center pl-[3px] text-ink3 -outline-offset-2 phone:sr-only',
        look.wrap ? 'h-5' : 'h-6',
      )}
    >
      <Icon icon={open ? ChevronDown : ChevronRight} size={12} />
    </button>
  );
}

type CellsProps = { line: LogLine; look: RowLook };
type RowCellsProps = CellsProps & { disclose: ReactNode };

function timeOf({ line, look }: CellsProps): string {
  const at = toMilliseconds(line.at);
  if (!look.withDate) return formatClockMs(at, look.zone);
  const day = formatMoment(at, look.zone, 0).replace(/ \d{4}, .*$/, '');
  return `${day} ${formatClockMs(at, look.zone)}`;
}

function DeskCells({ line, look, disclose }: RowCellsProps) {
  const { labels, level } = line.stream;
  return (
    <>
      {disclose}
      {look.columns.includes('time') && <span className="text-ink3">{timeOf({ line, look })}</span>}
      {look.columns.includes('level') && <span className={LEVEL_WORD[level]}>{level === 'unknown' ? '–' : level}</span>}
      {LABEL_COLUMNS.filter((label) => look.columns.includes(label)).map((label) => (
        <span key={label} className={clsx('truncate pr-3', label === 'cluster' ? 'text-ink2' : 'text-ink3')}>
          {labels[label]}
        </span>
      ))}
      <span className={clsx('min-w-0 pr-3', look.wrap ? 'wrap-anywhere whitespace-pre-wrap' : 'truncate')}>
        <LineMessage line={line} pattern={look.pattern} wrap={look.wrap} />
      </span>
    </>
  );
}

function PhoneCells({ line, look, disclose }: RowCellsProps) {
  const { labels, level } = line.stream;
  return (
    <>
      {disclose}
      <span className="text-caption leading-[18px] text-ink3">{timeOf({ line, look })}</span>
      <span className={clsx('text-caption leading-[18px]', LEVEL_WORD[level])}>
        {level === 'unknown' ? '–' : level}
      </span>
      <span className="truncate text-right text-caption leading-[18px] font-normal text-ink3">{labels.pod}</span>
      <span className={clsx('col-span-full wrap-anywhere', look.wrap ? 'whitespace-pre-wrap' : 'line-clamp-2')}>
        <LineMessage line={line} pattern={look.pattern} wrap={look.wrap} />
      </span>
    </>
  );
}
