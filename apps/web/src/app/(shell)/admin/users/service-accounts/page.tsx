import type { Metadata } from 'next';
import { PlatformAccountsPage } from '@/features/service-accounts/components/platform-accounts-page.tsx';
import { serverCaller } from '@/server/caller.ts';

export const metadata: Metadata = { title: 'Service accounts' };

export default async function Page() {
  const { projects } = await (await serverCaller()).session.me();
  return <PlatformAccountsPage projects={projects.map(({ slug, name }) => ({ slug, name }))} />;
}
