import type { Metadata } from 'next';
import { DashboardPage } from '@/features/dashboards/components/dashboard-page.tsx';
import { providedTitles } from '@/features/dashboards/provided-titles.ts';

export async function generateMetadata({ params }: { params: Promise<{ uid: string }> }): Promise<Metadata> {
  return { title: providedTitles[(await params).uid] ?? 'Dashboard' };
}

export default function Page() {
  return (
    <DashboardPage
      of="all"
      base="/admin/grafana/d"
      list={{ label: 'Dashboards over all projects', href: '/admin/grafana' }}
    />
  );
}
