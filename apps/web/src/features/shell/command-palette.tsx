'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { Box, Folder, type LucideIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Icon } from '@/ui/icon.tsx';
import { useAsyncSearch } from '@/ui/use-async-search.ts';
import type { NavItem } from './nav-items.ts';
import { COMMAND_ITEM } from './scope-list.tsx';
import type { ShellActions } from './types.ts';

export type PaletteCommand = { label: string; icon: LucideIcon; run: () => void };

type CommandPaletteProps = {
  pages: readonly NavItem[];
  commands: readonly PaletteCommand[];
  actions: ShellActions;
  onClose: () => void;
};

/** Ctrl-K: pages and commands at once, clusters and projects as the server finds them. */
export default function CommandPalette({ pages, commands, actions, onClose }: CommandPaletteProps) {
  const router = useRouter();
  const [query, setQuery] = useState('');
  const asked = query.trim();
  const clusters = useAsyncSearch((text, signal) => actions.searchClusters(text, null, signal), asked, asked !== '');
  const projects = useAsyncSearch(actions.searchProjects, asked, asked !== '');
  const matches = (label: string) => label.toLowerCase().includes(asked.toLowerCase());
  const run = (action: () => void) => () => {
    onClose();
    action();
  };
  const go = (href: string) => run(() => router.push(href));
  const found = asked === '' ? [] : clusters.items;
  const foundProjects = asked === '' ? [] : projects.items;
  const failed = asked === '' ? null : (clusters.error ?? projects.error);

  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[#0006]" />
        <Base.Popup className="raised fixed top-[12vh] left-1/2 z-50 w-[560px] max-w-[calc(100vw-16px)] -translate-x-1/2 overflow-hidden rounded-glass outline-none phone:top-2">
          <Base.Title className="sr-only">Search or run a command</Base.Title>
          <Command shouldFilter={false} label="Search or run a command">
            <Command.Input
              value={query}
              onValueChange={setQuery}
              placeholder="Search or run a command"
              className="h-11 w-full border-b border-line1 bg-transparent px-4 -outline-offset-2"
            />
            <Command.List className="max-h-[min(60vh,480px)] overflow-y-auto scroll-thin p-1">
              {failed === null && (
                <Command.Empty className="px-3 py-2 text-ink3">
                  {clusters.pending || projects.pending ? 'Searching' : `Nothing matches “${asked}”`}
                </Command.Empty>
              )}
              <Group heading="Clusters">
                {found.map((item) => (
                  <Entry
                    key={item.id}
                    id={`cluster ${item.id}`}
                    icon={Box}
                    hint={item.hint}
                    onSelect={go(`/clusters/${encodeURIComponent(item.id)}`)}
                  >
                    {item.label}
                  </Entry>
                ))}
              </Group>
              <Group heading="Projects">
                {foundProjects.map((item) => (
                  <Entry
                    key={item.id}
                    id={`project ${item.id}`}
                    icon={Folder}
                    hint={item.hint}
                    onSelect={go(`/p/${encodeURIComponent(item.id)}`)}
                  >
                    {item.label}
                  </Entry>
                ))}
              </Group>
              <Group heading="Go to">
                {pages
                  .filter((page) => matches(page.label))
                  .map((page) => (
                    <Entry key={page.href} id={page.href} icon={page.icon} onSelect={go(page.href)}>
                      {page.label}
                    </Entry>
                  ))}
              </Group>
              <Group heading="Commands">
                {commands
                  .filter((command) => matches(command.label))
                  .map((command) => (
                    <Entry key={command.label} id={command.label} icon={command.icon} onSelect={run(command.run)}>
                      {command.label}
                    </Entry>
                  ))}
              </Group>
            </Command.List>
            <p role="status" className="px-4 text-small text-ink3 not-empty:pb-2">
              {failed !== null && `Search failed: ${failed}`}
            </p>
          </Command>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-caption [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink3"
    >
      {children}
    </Command.Group>
  );
}

type EntryProps = { id: string; icon: LucideIcon; hint?: string; onSelect: () => void; children: ReactNode };

function Entry({ id, icon, hint, onSelect, children }: EntryProps) {
  return (
    <Command.Item value={id} onSelect={onSelect} className={COMMAND_ITEM}>
      <Icon icon={icon} size={14} />
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {hint !== undefined && <span className="text-small text-ink3">{hint}</span>}
    </Command.Item>
  );
}
