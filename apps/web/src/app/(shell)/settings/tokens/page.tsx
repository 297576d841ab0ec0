import type { Metadata } from 'next';
import { TokensPage } from '@/features/tokens/components/tokens-page.tsx';
import { serverCaller } from '@/server/caller.ts';

export const metadata: Metadata = { title: 'Tokens' };

export default async function Page() {
  const { projects, isPlatformAdmin } = await (await serverCaller()).session.me();
  return <TokensPage projects={projects.map(({ slug, name }) => ({ slug, name }))} isAdmin={isPlatformAdmin} />;
}
