'use client';
import { userTabs } from '../../users/user-tabs.ts';
import { PlatformAccountTokens } from './account-tokens-lazy.tsx';
import { AccountsTable } from './accounts-table.tsx';
import { usePlatformAccounts } from './use-accounts.ts';

export function PlatformAccountsPage({ projects }: { projects: readonly { slug: string; name: string }[] }) {
  return (
    <AccountsTable
      title="People"
      tabs={userTabs}
      current="/admin/users/service-accounts"
      accounts={usePlatformAccounts()}
      platform
      tokens={(account, onClose) => <PlatformAccountTokens account={account} projects={projects} onClose={onClose} />}
    />
  );
}
