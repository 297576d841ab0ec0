'use client';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pane, PaneGrid } from '@/ui/pane.tsx';
import { TabLinks } from '@/ui/tabs.tsx';
import { settingsTabs } from '../settings-tabs.ts';
import { ChangePassword } from './change-password.tsx';
import { OwnSessions } from './own-sessions.tsx';

/** Who am I here, and where am I signed in? */
export function AccountPage({ user }: { user: { name: string; email: string } }) {
  return (
    <>
      <PageHeader title="Settings" about={`${user.name}, ${user.email}`} />
      <TabLinks label="Settings" links={settingsTabs} current="/settings/account" />
      <PaneGrid columns={2}>
        <Pane title="Sessions" aside="ended after 12 h without use">
          <OwnSessions />
        </Pane>
        <Pane title="Password">
          <ChangePassword />
        </Pane>
      </PaneGrid>
    </>
  );
}
