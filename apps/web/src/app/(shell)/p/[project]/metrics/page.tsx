import type { Metadata } from 'next';
import { MetricsPage } from '@/features/metrics/components/metrics-page.tsx';
import { loadTelemetryProject } from '@/features/query/server/load-telemetry-project.ts';

export const metadata: Metadata = { title: 'Metrics' };

export default async function Page({ params }: { params: Promise<{ project: string }> }) {
  return <MetricsPage project={await loadTelemetryProject((await params).project)} renderedAt={Date.now()} />;
}
