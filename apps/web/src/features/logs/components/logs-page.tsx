'use client';
import { TelemetryCache } from '@/features/query/telemetry-cache.tsx';
import type { TelemetryProject } from '@/features/query/telemetry-project.ts';
import { LogsView } from './logs-view.tsx';

type LogsPageProps = {
  project: TelemetryProject;
  /** When the server made the page: a refresh of the page runs the query again. */
  renderedAt: number;
};

/** A project's logs: query, volume, fields and lines. The URL holds its whole state. */
export function LogsPage({ project, renderedAt }: LogsPageProps) {
  return (
    <TelemetryCache>
      <LogsView project={project} renderedAt={renderedAt} />
    </TelemetryCache>
  );
}
