'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pane, PaneGrid } from '@/ui/pane.tsx';
import { TabLinks } from '@/ui/tabs.tsx';
import { settingsTabs } from '../settings-tabs.ts';
import { ChangePassword } from './change-password.tsx';
import { SessionList } from './session-list.tsx';

/** Who am I here, and where am I signed in? */
export function AccountPage({ user }: { user: { name: string; email: string } }) {
  const trpc = useTRPC();
  const sessions = useQuery(trpc.account.sessions.queryOptions());
  const failure = failureOf(sessions.error);
  return (
    <>
      <PageHeader title="Settings" about={`${user.name}, ${user.email}`} />
      <TabLinks label="Settings" links={settingsTabs} current="/settings/account" />
      <PaneGrid columns={2}>
        <Pane title="Sessions" aside="ended after 12 h without use">
          {sessions.data ? (
            <SessionList sessions={sessions.data.sessions} />
          ) : failure ? (
            <ErrorState title="Your sessions could not be loaded" {...failure} onRetry={() => sessions.refetch()} />
          ) : (
            <LoadingRows rows={2} awaiting="your sessions" />
          )}
        </Pane>
        <Pane title="Password">
          <ChangePassword />
        </Pane>
      </PaneGrid>
    </>
  );
}
