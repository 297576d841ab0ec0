import { clsx } from 'clsx';
import Link from 'next/link';
import { Icon } from '@/ui/icon.tsx';
import type { NavItem } from './nav-items.ts';

export const NAV_ROW =
  'group flex h-7 w-full items-center gap-[9px] rounded-control border border-transparent px-2 font-medium text-ink2 hover:bg-hover aria-[current=page]:border-line2 aria-[current=page]:bg-surface aria-[current=page]:text-ink1 narrow:justify-center narrow:px-0';

const COUNT_TONE = { warn: 'text-warn', error: 'text-error' } as const;

/** One entry; between 701 and 1,099 px only its icon is seen, its words stay for screen readers and the title. */
export function NavLink({ item, current }: { item: NavItem; current: boolean }) {
  const { count } = item;
  return (
    <Link href={item.href} title={item.label} aria-current={current ? 'page' : undefined} className={NAV_ROW}>
      <Icon icon={item.icon} className={current ? 'text-accent' : 'text-ink3'} />
      <span className="truncate narrow:sr-only">{item.label}</span>
      {count !== undefined && (
        <span
          className={clsx(
            'ml-auto text-caption font-medium whitespace-nowrap narrow:sr-only',
            count.tone === undefined ? 'text-ink3' : COUNT_TONE[count.tone],
          )}
        >
          {count.text}
        </span>
      )}
    </Link>
  );
}
