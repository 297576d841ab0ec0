'use client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { lazy, useMemo, useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { SearchInput } from '@/ui/input.tsx';
import { LazyOverlay } from '@/ui/lazy-popup.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedTable } from '@/ui/paged-table.tsx';
import { TabLinks } from '@/ui/tabs.tsx';
import { useNow } from '@/ui/use-now.ts';
import type { UserRow } from '../output.ts';
import { userTabs } from '../user-tabs.ts';
import { useUserActions } from './use-user-actions.ts';
import { UserPhoneRow, userColumns } from './user-columns.tsx';

const loadSessions = () => import('./user-sessions.tsx');
const loadLink = () => import('../../members/components/one-time-link.tsx');
const UserSessions = lazy(loadSessions);
const OneTimeLink = lazy(loadLink);

/** Who is known here, who runs the platform, and who is signed in? */
export function UsersPage() {
  const trpc = useTRPC();
  const now = useNow(10_000);
  const [search, setSearch] = useQueryState('search', parseAsString.withDefault('').withOptions({ throttleMs: 250 }));
  const [opened, setOpened] = useState<UserRow | null>(null);
  const { link, forgetLink, ...does } = useUserActions();
  const list = useInfiniteQuery(
    trpc.users.list.infiniteQueryOptions(
      { kind: 'person', search, limit: 100 },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const actions = { ...does, sessions: setOpened };
  return (
    <>
      <PageHeader title="People" about="Everybody who may sign in, whatever project they are in" />
      <TabLinks label="Access" links={userTabs} current="/admin/users" />
      <div className="flex min-h-12 shrink-0 items-center gap-2 px-5 py-2 phone:px-4">
        <SearchInput
          label="Name or e-mail"
          placeholder="Name or e-mail"
          shortcut="/"
          value={search}
          onChange={(event) => setSearch(event.target.value || null)}
          className="w-64 phone:flex-1"
        />
      </div>
      <PagedTable
        list={list}
        what="people"
        label="People"
        columns={userColumns(now, actions)}
        rows={rows}
        row={{ key: (row) => row.id, phone: (row) => <UserPhoneRow row={row} now={now} actions={actions} /> }}
        empty={<EmptyState title="Nobody matches" why="Search looks at names and e-mail addresses." />}
      />
      <LazyOverlay trigger={undefined} open={opened !== null} onOpenChange={undefined} preload={loadSessions}>
        {() => opened && <UserSessions user={opened} onClose={() => setOpened(null)} />}
      </LazyOverlay>
      <LazyOverlay trigger={undefined} open={link !== null} onOpenChange={undefined} preload={loadLink}>
        {() =>
          link && (
            <OneTimeLink
              title={`New link for ${link.user.name}`}
              validFor="24 h"
              link={link.link}
              open
              onOpenChange={forgetLink}
            />
          )
        }
      </LazyOverlay>
    </>
  );
}
