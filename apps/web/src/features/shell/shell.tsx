'use client';
import { type ReactNode, useMemo, useState } from 'react';
import { useShortcut } from '@/ui/shortcuts.ts';
import { Toaster } from '@/ui/toaster.tsx';
import { Nav } from './nav.tsx';
import { navGroups, phoneTabs } from './nav-items.ts';
import { PhoneTabs } from './phone-tabs.tsx';
import { type Overlay, ShellOverlays } from './shell-overlays.tsx';
import { PhoneSill, Sill } from './sill.tsx';
import { TopBar } from './top-bar.tsx';
import type { NavCounts, ShellActions, ShellProject, ShellUser, SillState } from './types.ts';
import { useNavProject, useScope } from './use-scope.ts';

type ShellProps = {
  user: ShellUser;
  isAdmin: boolean;
  /** The person's projects, the first page of them; the scope switcher searches the rest. */
  projects: readonly ShellProject[];
  /** The cookie PROJECT_COOKIE, read by the server. */
  lastProject?: string;
  counts: NavCounts;
  sill: SillState;
  actions: ShellActions;
  children: ReactNode;
};

/** The frame around every signed-in page: navigation, bar and sill; the page is the one pane of glass. */
export function Shell({ user, isAdmin, projects, lastProject, counts, sill, actions, children }: ShellProps) {
  const [overlay, setOverlay] = useState<Overlay>(null);
  const scope = useScope(projects);
  const project = useNavProject(projects, lastProject);
  const groups = useMemo(() => navGroups(isAdmin, project, counts), [isAdmin, project, counts]);
  const { tabs, more } = phoneTabs(groups, isAdmin);
  const home = isAdmin || project === null ? '/fleet' : `/p/${project.slug}`;

  useShortcut('Ctrl K', 'Search or run a command', 'Everywhere', () => setOverlay('search'));
  useShortcut('?', 'Show keys', 'Everywhere', () => setOverlay('keys'));
  useShortcut('/', 'Filter', 'Everywhere', () => document.querySelector<HTMLElement>('[data-filter]')?.focus());

  return (
    <div className="grid h-dvh grid-cols-[208px_minmax(0,1fr)] grid-rows-[48px_minmax(0,1fr)_28px] overflow-hidden narrow:grid-cols-[48px_minmax(0,1fr)] phone:grid-cols-1 phone:grid-rows-[52px_minmax(0,1fr)_auto_56px]">
      <a
        href="#glass"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-accent px-3 py-1.5 font-medium text-on-accent focus:translate-y-0"
      >
        Skip to the page
      </a>
      <Nav groups={groups} home={home} user={user} onSignOut={actions.signOut} />
      <TopBar
        scope={scope}
        isAdmin={isAdmin}
        actions={actions}
        onSearch={() => setOverlay('search')}
        onKeys={() => setOverlay('keys')}
      />
      <main
        id="glass"
        data-glass
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="relative mr-2 flex min-h-0 min-w-0 flex-col overflow-y-auto overflow-x-hidden scroll-thin rounded-glass border border-line2 bg-surface -outline-offset-2 phone:mr-0 phone:rounded-none phone:border-x-0"
      >
        {children}
      </main>
      <Sill {...sill} />
      <PhoneSill {...sill} />
      <PhoneTabs tabs={tabs} more={more} user={user} onRefresh={actions.refresh} onSignOut={actions.signOut} />
      <ShellOverlays overlay={overlay} setOverlay={setOverlay} pages={[...tabs, ...more]} actions={actions} />
      <Toaster />
    </div>
  );
}
