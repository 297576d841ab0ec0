import { clsx } from 'clsx';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { STATUS, type Status, TONE_BADGE, type Tone } from './status.ts';

const BADGE =
  'inline-flex h-5 shrink-0 items-center gap-[5px] rounded-badge border pr-[7px] pl-[5px] text-small font-medium whitespace-nowrap';

type BadgeProps = { icon?: LucideIcon; tone?: Tone; turning?: boolean; children: ReactNode };

/** A neutral or toned label with an icon: origins, counts, kinds. States use StatusBadge. */
export function Badge({ icon, tone = 'muted', turning = false, children }: BadgeProps) {
  return (
    <span className={clsx(BADGE, TONE_BADGE[tone], icon === undefined && 'pl-[7px]')}>
      {icon && <Icon icon={icon} size={12} className={clsx(turning && 'spin')} />}
      {children}
    </span>
  );
}

type StatusBadgeProps = { status: Status; label: string; fact?: string };

/** Icon, word and optional fact: "Metrics 19 min". For headers; inside tables use StatusValue. */
export function StatusBadge({ status, label, fact }: StatusBadgeProps) {
  const { icon, tone } = STATUS[status];
  return (
    <Badge icon={icon} tone={tone} turning={status === 'running'}>
      {fact === undefined ? label : `${label} ${fact}`}
    </Badge>
  );
}
