'use client';
import { memberTabs } from '../../members/member-tabs.ts';
import { ProjectAccountTokens } from './account-tokens-lazy.tsx';
import { AccountsTable } from './accounts-table.tsx';
import { useProjectAccounts } from './use-accounts.ts';

export function ProjectAccountsPage({ project }: { project: { slug: string; name: string } }) {
  return (
    <AccountsTable
      title="Members"
      tabs={memberTabs(project.slug)}
      current={`/p/${project.slug}/members/service-accounts`}
      accounts={useProjectAccounts(project.slug)}
      platform={false}
      tokens={(account, onClose) => <ProjectAccountTokens account={account} project={project} onClose={onClose} />}
    />
  );
}
