'use client';
import type { ReactNode } from 'react';
import { Shell } from '@/features/shell/shell.tsx';
import { ScopeName } from '@/features/shell/use-scope.ts';

const search = async (q: string) =>
  ['payments', 'search'].filter((x) => x.includes(q)).map((x) => ({ id: x, label: x, hint: '38 clusters' }));
const actions = { searchProjects: search, searchClusters: async () => [], refresh() {}, signOut() {} };
export function Frame({ children }: { children: ReactNode }) {
  return (
    <Shell
      user={{ name: '', email: 'admin@acme.test' }}
      isAdmin
      projects={[{ slug: 'payments', name: 'payments' }]}
      counts={{ fleet: { text: '1,284' } }}
      sill={{
        version: '0.9.2',
        facts: [
          { status: 'running', text: 'Agent to 1.13.0, wave 2 of 3' },
          { status: 'ok', text: 'Seeds: 3 of 3 whole' },
        ],
      }}
      actions={actions}
    >
      <ScopeName project="payments" cluster="prod-fra-01" />
      {children}
    </Shell>
  );
}
