import type { Metadata } from 'next';
import { AuditPage } from '@/features/audit/components/audit-page.tsx';
import { loadProject } from '@/features/projects/server/load-project.ts';

export const metadata: Metadata = { title: 'Audit log' };

export default async function Page({ params }: { params: Promise<{ project: string }> }) {
  const { slug, name } = await loadProject((await params).project);
  return <AuditPage project={{ slug, name }} />;
}
