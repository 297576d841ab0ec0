import type { Metadata } from 'next';
import { ProjectPoliciesPage } from '@/features/policies/components/project-policies-page.tsx';
import { loadProject } from '@/features/projects/server/load-project.ts';

export const metadata: Metadata = { title: 'Policies' };

export default async function Page({ params }: { params: Promise<{ project: string }> }) {
  const { slug, name } = await loadProject((await params).project);
  return <ProjectPoliciesPage project={{ slug, name }} />;
}
