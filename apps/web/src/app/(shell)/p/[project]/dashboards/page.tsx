import type { Metadata } from 'next';
import { DashboardsPage } from '@/features/dashboards/components/dashboards-page.tsx';
import { loadProject } from '@/features/projects/server/load-project.ts';

export const metadata: Metadata = { title: 'Dashboards' };

export default async function Page({ params }: { params: Promise<{ project: string }> }) {
  const { slug, name } = await loadProject((await params).project);
  return (
    <DashboardsPage
      of={{ project: slug }}
      base={`/p/${slug}/dashboards`}
      title="Dashboards"
      about={`What Grafana shows of ${name}`}
    />
  );
}
