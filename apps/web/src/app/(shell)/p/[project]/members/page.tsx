import type { Metadata } from 'next';
import { MembersPage } from '@/features/members/components/members-page.tsx';
import { loadProject } from '@/features/projects/server/load-project.ts';

export const metadata: Metadata = { title: 'Members' };

export default async function Page({ params }: { params: Promise<{ project: string }> }) {
  const { slug, name } = await loadProject((await params).project);
  return <MembersPage project={{ slug, name }} />;
}
