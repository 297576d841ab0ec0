'use client';
import { Menu as MenuIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { lazy } from 'react';
import { Icon } from '@/ui/icon.tsx';
import { LazyPopup } from '@/ui/lazy-popup.tsx';
import { isCurrent, type NavItem } from './nav-items.ts';
import type { ShellUser } from './types.ts';

const load = () => import('./more-sheet.tsx');
const MoreSheet = lazy(load);

const TAB =
  'flex flex-1 flex-col items-center justify-center gap-[3px] text-caption leading-[14px] font-medium text-ink3 aria-[current=page]:text-accent';

type PhoneTabsProps = {
  tabs: readonly NavItem[];
  more: readonly NavItem[];
  user: ShellUser;
  onRefresh: () => void;
  onSignOut: () => void;
};

/** The navigation of a phone, under the thumb. */
export function PhoneTabs({ tabs, more, ...rest }: PhoneTabsProps) {
  const pathname = usePathname();
  return (
    <nav aria-label="Main" className="hidden items-stretch phone:flex">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={isCurrent(tab, pathname) ? 'page' : undefined}
          className={TAB}
        >
          <Icon icon={tab.icon} size={20} />
          {tab.label}
        </Link>
      ))}
      <LazyPopup
        preload={load}
        trigger={
          <button type="button" className={TAB}>
            <Icon icon={MenuIcon} size={20} />
            More
          </button>
        }
      >
        {(popup) => <MoreSheet {...popup} {...rest} items={more} />}
      </LazyPopup>
    </nav>
  );
}
