'use client';
import { lazy } from 'react';
import { LazyPopup } from '@/ui/lazy-popup.tsx';
import { NAV_ROW } from './nav-link.tsx';
import type { ShellUser } from './types.ts';

const load = () => import('./account-menu-popup.tsx');
const Popup = lazy(load);

/** Who is signed in, at the foot of the navigation. */
export function AccountMenu({ user, onSignOut }: { user: ShellUser; onSignOut: () => void }) {
  return (
    <LazyPopup
      preload={load}
      trigger={
        <button type="button" className={NAV_ROW} title={user.email}>
          <span
            aria-hidden="true"
            className="size-5 shrink-0 rounded-control border border-accent-line bg-accent-tint text-center text-[10px] leading-[18px] font-semibold text-accent"
          >
            {initials(user)}
          </span>
          <span className="truncate narrow:sr-only">{user.email}</span>
        </button>
      }
    >
      {(popup) => <Popup {...popup} user={user} onSignOut={onSignOut} />}
    </LazyPopup>
  );
}

function initials(user: ShellUser): string {
  return (user.name || user.email).slice(0, 2).toUpperCase();
}
