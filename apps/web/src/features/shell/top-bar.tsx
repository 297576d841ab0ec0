'use client';
import { CircleQuestionMark, RefreshCw, Search } from 'lucide-react';
import { Icon } from '@/ui/icon.tsx';
import { IconButton } from '@/ui/icon-button.tsx';
import { Kbd } from '@/ui/kbd.tsx';
import { Mark } from '@/ui/mark.tsx';
import { ScopeSwitcher } from './scope-switcher.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import { TimePicker } from './time-picker.tsx';
import type { ShellActions } from './types.ts';
import type { Scope } from './use-scope.ts';

type TopBarProps = {
  scope: Scope;
  isAdmin: boolean;
  actions: ShellActions;
  onSearch: () => void;
  onKeys: () => void;
};

export function TopBar({ scope, isAdmin, actions, onSearch, onKeys }: TopBarProps) {
  return (
    <header className="flex min-w-0 items-center gap-2 pr-2 phone:gap-1 phone:pl-3">
      <span className="desk:hidden">
        <Mark size={22} />
      </span>
      <ScopeSwitcher scope={scope} isAdmin={isAdmin} actions={actions} />
      <span className="flex-1 phone:hidden" />
      <button
        type="button"
        onClick={onSearch}
        className="flex h-[30px] w-[248px] min-w-24 shrink items-center gap-[7px] rounded-control border border-line2 bg-surface pr-1.5 pl-[9px] text-left text-ink3 hover:bg-hover phone:hidden"
      >
        <Icon icon={Search} size={14} />
        <span className="flex-1 truncate">Search or run a command</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <TimePicker />
      <IconButton
        icon={RefreshCw}
        label="Refresh"
        variant="secondary"
        size="bar"
        onClick={actions.refresh}
        className="phone:hidden"
      />
      <div className="flex items-center gap-2 phone:hidden">
        <ThemeMenu />
        <IconButton icon={CircleQuestionMark} iconSize={16} size="bar" label="Keys" onClick={onKeys} />
      </div>
      <IconButton icon={Search} iconSize={16} size="bar" label="Search" onClick={onSearch} className="desk:hidden" />
    </header>
  );
}
