'use client';
import { ConnectionsPane } from '@/features/identity-providers/components/connections-pane.tsx';
import { Note } from '@/ui/note.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pane, PaneGrid } from '@/ui/pane.tsx';
import { TabLinks } from '@/ui/tabs.tsx';
import { settingsTabs } from '../settings-tabs.ts';
import { ChangePassword } from './change-password.tsx';
import { OwnSessions } from './own-sessions.tsx';

type AccountPageProps = {
  user: { name: string; email: string; isPlatformAdmin: boolean };
  /** Why a provider could not be connected. */
  connectionRefusal?: string;
};

/** Who am I here, and where am I signed in? */
export function AccountPage({ user, connectionRefusal }: AccountPageProps) {
  return (
    <>
      <PageHeader title="Settings" about={`${user.name}, ${user.email}`} />
      <TabLinks label="Settings" links={settingsTabs(user.isPlatformAdmin)} current="/settings/account" />
      {connectionRefusal !== undefined && <Note status="error" title={connectionRefusal} />}
      <PaneGrid columns={2}>
        <Pane title="Sessions" aside="ended after 12 h without use">
          <OwnSessions />
        </Pane>
        <Pane title="Password">
          <ChangePassword />
        </Pane>
      </PaneGrid>
      <PaneGrid>
        <ConnectionsPane />
      </PaneGrid>
    </>
  );
}
