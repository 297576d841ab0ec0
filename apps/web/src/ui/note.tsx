import { clsx } from 'clsx';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { STATUS, type Status, TONE_TEXT, type Tone } from './status.ts';

type NoteProps = {
  status?: Extract<Status, 'warn' | 'late' | 'error' | 'critical' | 'info' | 'ok' | 'running'>;
  /** What is missing or wrong, in a few words, without the colon. */
  title: string;
  /** From when, and whether it comes back. */
  children?: ReactNode;
  /** One action, a small button. */
  action?: ReactNode;
  onDismiss?: () => void;
  dismissLabel?: string;
};

const EDGE: Record<Tone, string> = {
  ok: 'bg-ok-tint border-ok-line',
  warn: 'bg-warn-tint border-warn-line',
  error: 'bg-error-tint border-error-line',
  critical: 'bg-critical-tint border-critical-line',
  info: 'bg-info-tint border-info-line',
  accent: 'bg-accent-tint border-accent-line',
  muted: 'bg-sunken border-line2',
};

/** A banner across a pane: "what is missing, from when, will it come back", and one action. */
export function Note({ status = 'warn', title, children, action, onDismiss, dismissLabel = 'Dismiss' }: NoteProps) {
  const { icon, tone } = STATUS[status];
  return (
    <div
      role="status"
      className={clsx(
        'flex shrink-0 items-center gap-2.5 border-y py-2 pr-3 pl-5 phone:flex-wrap phone:px-4 phone:text-[13px]',
        EDGE[tone],
      )}
    >
      <Icon icon={icon} className={clsx('phone:self-start', TONE_TEXT[tone], status === 'running' && 'spin')} />
      <div className="min-w-0 flex-1 text-pretty wrap-anywhere phone:min-w-[240px]">
        <b className="font-semibold">
          {title}
          {children !== undefined && ':'}
        </b>{' '}
        <span className="text-ink2">{children}</span>
      </div>
      {action}
      {onDismiss && <IconButton icon={X} label={dismissLabel} size="small" onClick={onDismiss} />}
    </div>
  );
}
