import type { Metadata } from 'next';
import { DashboardPage } from '@/features/dashboards/components/dashboard-page.tsx';
import { providedTitles } from '@/features/dashboards/provided-titles.ts';
import { loadProject } from '@/features/projects/server/load-project.ts';

type Params = { params: Promise<{ project: string; uid: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: providedTitles[(await params).uid] ?? 'Dashboard' };
}

export default async function Page({ params }: Params) {
  const { slug } = await loadProject((await params).project);
  const base = `/p/${slug}/dashboards`;
  return <DashboardPage of={{ project: slug }} base={base} list={{ label: 'Dashboards', href: base }} />;
}
