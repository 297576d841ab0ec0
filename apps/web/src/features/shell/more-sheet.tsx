'use client';
import { LogOut, type LucideIcon, RefreshCw, UserRound } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Icon } from '@/ui/icon.tsx';
import type { LazyPopupProps } from '@/ui/lazy-popup.tsx';
import SheetPopup from '@/ui/overlay/sheet-popup.tsx';
import { Segmented } from '@/ui/segmented.tsx';
import { useTheme } from '@/ui/theme/use-theme.ts';
import type { NavItem } from './nav-items.ts';
import { THEME_OPTIONS } from './theme-menu.tsx';
import type { ShellUser } from './types.ts';

const ROW = 'flex h-11 w-full items-center gap-3 border-b border-line1 px-4 text-left font-medium hover:bg-hover';

type MoreSheetProps = LazyPopupProps & {
  items: readonly NavItem[];
  user: ShellUser;
  onRefresh: () => void;
  onSignOut: () => void;
};

/** What has no tab of its own. */
export default function MoreSheet({ trigger, defaultOpen, items, user, onRefresh, onSignOut }: MoreSheetProps) {
  const [open, setOpen] = useState(defaultOpen);
  const { choice, choose } = useTheme();
  const close = () => setOpen(false);
  const andClose = (action: () => void) => () => {
    close();
    action();
  };
  return (
    <SheetPopup title="More" trigger={trigger} open={open} onOpenChange={setOpen}>
      <nav aria-label="More">
        {[...items, { href: '/settings/account', label: user.email, icon: UserRound }].map((item: NavItem) => (
          <Link key={item.href} href={item.href} onClick={close} className={ROW}>
            <Icon icon={item.icon} className="text-ink3" />
            <span className="min-w-0 flex-1 truncate">{item.label}</span>
            {item.count !== undefined && <span className="text-small text-ink3">{item.count.text}</span>}
          </Link>
        ))}
      </nav>
      <Row icon={RefreshCw} label="Refresh" onPress={andClose(onRefresh)} />
      <Row icon={LogOut} label="Sign out" onPress={andClose(onSignOut)} />
      <div className="px-4 py-3">
        <Segmented label="Theme" segments={THEME_OPTIONS} value={choice} onChange={choose} />
      </div>
    </SheetPopup>
  );
}

function Row({ icon, label, onPress }: { icon: LucideIcon; label: string; onPress: () => void }) {
  return (
    <button type="button" onClick={onPress} className={ROW}>
      <Icon icon={icon} className="text-ink3" />
      {label}
    </button>
  );
}
