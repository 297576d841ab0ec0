'use client';
import { KeyRound, LogOut, UserRound } from 'lucide-react';
import type { LazyPopupProps } from '@/ui/lazy-popup.tsx';
import { MenuItem, MenuLink, MenuSeparator } from '@/ui/menu.tsx';
import MenuPopup from '@/ui/overlay/menu-popup.tsx';
import type { ShellUser } from './types.ts';

type AccountMenuPopupProps = LazyPopupProps & { user: ShellUser; onSignOut: () => void };

export default function AccountMenuPopup({ user, onSignOut, trigger, defaultOpen }: AccountMenuPopupProps) {
  return (
    <MenuPopup trigger={trigger} defaultOpen={defaultOpen} align="start" side="top">
      <p className="px-2 py-1 text-small text-ink3">
        Signed in as <span className="text-ink2">{user.name || user.email}</span>
      </p>
      <MenuSeparator />
      <MenuLink href="/settings/account" icon={UserRound}>
        Account
      </MenuLink>
      <MenuLink href="/settings/tokens" icon={KeyRound}>
        Access tokens
      </MenuLink>
      <MenuSeparator />
      <MenuItem icon={LogOut} onSelect={onSignOut}>
        Sign out
      </MenuItem>
    </MenuPopup>
  );
}
