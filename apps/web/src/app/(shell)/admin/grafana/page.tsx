import type { Metadata } from 'next';
import { DashboardsPage } from '@/features/dashboards/components/dashboards-page.tsx';

export const metadata: Metadata = { title: 'Dashboards over all projects' };

export default function Page() {
  return (
    <DashboardsPage
      of="all"
      base="/admin/grafana/d"
      title="Dashboards"
      about="What Grafana shows of all projects and seeds"
    />
  );
}
