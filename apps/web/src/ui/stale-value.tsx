import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type StaleValueProps = { children: ReactNode; age?: string; icon?: boolean };

/** A last-known value: stale ink, with its age. Never show an old value as if it were fresh. */
export function StaleValue({ children, age, icon = false }: StaleValueProps) {
  return (
    <span className="tnum inline-flex min-w-0 items-center gap-1.5 whitespace-nowrap text-ink3">
      {icon && <Icon icon={History} size={14} />}
      <span className="stale-ink truncate">{children}</span>
      {age !== undefined && <span>{age}</span>}
    </span>
  );
}

/** Nothing has ever arrived; different from late and from last-known. */
export function NeverSeen() {
  return <span className="text-ink3">no data yet</span>;
}
