import type { Metadata } from 'next';
import { loadProject } from '@/features/projects/server/load-project.ts';
import { ProjectAccountsPage } from '@/features/service-accounts/components/project-accounts-page.tsx';

export const metadata: Metadata = { title: 'Service accounts' };

export default async function Page({ params }: { params: Promise<{ project: string }> }) {
  const { slug, name } = await loadProject((await params).project);
  return <ProjectAccountsPage project={{ slug, name }} />;
}
