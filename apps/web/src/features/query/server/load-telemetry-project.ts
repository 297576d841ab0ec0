import 'server-only';
import { loadProject } from '@/features/projects/server/load-project.ts';
import { serverCaller } from '@/server/caller.ts';
import type { TelemetryProject } from '../telemetry-project.ts';

/** What the logs and metrics pages know of their project before anything is asked of a store. */
export async function loadTelemetryProject(slug: string): Promise<TelemetryProject> {
  const project = await loadProject(slug);
  const { rows, total } = await (await serverCaller()).fleet.list({ project: slug, sort: 'name', limit: 200 });
  return {
    slug: project.slug,
    name: project.name,
    clusters: rows.map((row) => ({
      id: row.id,
      name: row.name,
      logging: row.logs.enabled,
      monitoring: row.metrics.enabled,
    })),
    clusterTotal: total,
    canManageClusters: project.canManageClusters,
  };
}
