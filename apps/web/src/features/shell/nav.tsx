'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Mark } from '@/ui/mark.tsx';
import { AccountMenu } from './account-menu.tsx';
import { footItems, isCurrent, type NavGroup, type NavItem } from './nav-items.ts';
import { NavLink } from './nav-link.tsx';
import type { ShellUser } from './types.ts';

type NavProps = { groups: readonly NavGroup[]; home: string; user: ShellUser; onSignOut: () => void };

/** 208 px, or 48 px of icons when the window is narrow. */
export function Nav({ groups, home, user, onSignOut }: NavProps) {
  const pathname = usePathname();
  const row = (item: NavItem) => (
    <li key={item.href}>
      <NavLink item={item} current={isCurrent(item, pathname)} />
    </li>
  );
  return (
    <nav
      aria-label="Main"
      className="row-span-3 flex min-h-0 flex-col overflow-y-auto px-2 pb-2 [scrollbar-width:none] phone:hidden"
    >
      <Link
        href={home}
        className="flex h-12 shrink-0 items-center gap-[9px] px-2 text-[15px] leading-5 font-semibold tracking-[-0.015em] narrow:justify-center narrow:px-0"
      >
        <Mark />
        <span className="narrow:sr-only">Oriel</span>
      </Link>
      {groups.map((group, index) => (
        <section key={group.title} aria-label={group.title}>
          <p
            className={`truncate px-2 pb-1 text-caption font-medium text-ink3 narrow:invisible narrow:h-2 narrow:p-0 ${index === 0 ? 'pt-1.5' : 'pt-3.5'}`}
          >
            {group.title}
          </p>
          <ul>{group.items.map(row)}</ul>
        </section>
      ))}
      <ul className="mt-auto border-t border-line1 pt-2">
        {footItems().map(row)}
        <li>
          <AccountMenu user={user} onSignOut={onSignOut} />
        </li>
      </ul>
    </nav>
  );
}
