import type { Metadata } from 'next';
import { LogsPage } from '@/features/logs/components/logs-page.tsx';
import { loadTelemetryProject } from '@/features/query/server/load-telemetry-project.ts';

export const metadata: Metadata = { title: 'Logs' };

export default async function Page({ params }: { params: Promise<{ project: string }> }) {
  return <LogsPage project={await loadTelemetryProject((await params).project)} renderedAt={Date.now()} />;
}
