import type { ProjectTelemetry } from '@oriel/domain/scope';
import type { Queryable } from './client.ts';

/**
 * Where a project's logs and metrics live: one location per seed. Undefined where there is no such
 * project. Says nothing of who may read: pass the result through `authorizeTelemetry`.
 */
export async function loadProjectTelemetry(db: Queryable, slug: string): Promise<ProjectTelemetry | undefined> {
  const project = await db.project.findUnique({
    where: { slug },
    select: {
      id: true,
      tenants: {
        select: { orgId: true, seed: { select: { id: true, name: true, metricsUrl: true, logsUrl: true } } },
        orderBy: { seed: { name: 'asc' } },
      },
    },
  });
  if (!project) return undefined;
  return {
    projectId: project.id,
    locations: project.tenants.map(({ orgId, seed }) => ({
      seedId: seed.id,
      seedName: seed.name,
      orgId,
      metricsUrl: seed.metricsUrl,
      logsUrl: seed.logsUrl,
    })),
  };
}
