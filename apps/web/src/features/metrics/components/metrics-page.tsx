'use client';
import { TelemetryCache } from '@/features/query/telemetry-cache.tsx';
import type { TelemetryProject } from '@/features/query/telemetry-project.ts';
import { MetricsView } from './metrics-view.tsx';

type MetricsPageProps = {
  project: TelemetryProject;
  /** When the server made the page: a refresh of the page runs the queries again. */
  renderedAt: number;
};

/** A project's metrics: queries, graphs and tables. The URL holds its whole state. */
export function MetricsPage({ project, renderedAt }: MetricsPageProps) {
  return (
    <TelemetryCache>
      <MetricsView project={project} renderedAt={renderedAt} />
    </TelemetryCache>
  );
}
