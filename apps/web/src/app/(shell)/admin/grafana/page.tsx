import type { Metadata } from 'next';
import { DashboardsPage } from '@/features/dashboards/components/dashboards-page.tsx';
import { grafanaTabs } from '@/features/grafana/grafana-tabs.ts';
import { TabLinks } from '@/ui/tabs.tsx';

export const metadata: Metadata = { title: 'Dashboards over all projects' };

export default function Page() {
  return (
    <DashboardsPage
      of="all"
      base="/admin/grafana/d"
      title="Grafana"
      tabs={<TabLinks label="Grafana" links={grafanaTabs} current="/admin/grafana" />}
      about="What Grafana shows of all projects and seeds"
    />
  );
}
