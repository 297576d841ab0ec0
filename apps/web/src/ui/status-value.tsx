import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { STATUS, type Status, TONE_TEXT } from './status.ts';

type StatusValueProps = { status: Status; children: ReactNode; className?: string };

/** The look of a state inside a table or a pane: no box. Fine is quiet, a deviation has its colour at 500. */
export function StatusValue({ status, children, className }: StatusValueProps) {
  const { icon, tone } = STATUS[status];
  const quiet = tone === 'ok' || tone === 'muted';
  return (
    <span
      className={clsx(
        'tnum flex min-w-0 items-center gap-1.5 whitespace-nowrap',
        quiet ? 'text-ink2' : `font-medium ${TONE_TEXT[tone]}`,
        className,
      )}
    >
      <Icon icon={icon} size={14} className={clsx(quiet && TONE_TEXT[tone], status === 'running' && 'spin')} />
      <span className="truncate">{children}</span>
    </span>
  );
}
