import { platformOrgId } from '@oriel/domain/platform-tenant';
import type { PlatformTenant } from '@oriel/domain/scope';
import type { Queryable } from './client.ts';

/**
 * Every tenant at every seed, and the platform's own at each of them. Says nothing of who may read: pass it through
 * `authorizeGlobalTelemetry`.
 */
export async function loadAllTelemetry(db: Queryable): Promise<readonly PlatformTenant[]> {
  const seeds = await db.seed.findMany({
    select: {
      id: true,
      name: true,
      metricsUrl: true,
      logsUrl: true,
      tenants: { select: { orgId: true, project: { select: { slug: true } } } },
    },
    orderBy: { name: 'asc' },
  });
  return seeds.flatMap(({ id, name, metricsUrl, logsUrl, tenants }) => {
    const seed = { seedId: id, seedName: name, metricsUrl, logsUrl };
    const own = tenants.map(({ orgId, project }) => ({ ...seed, orgId, project: project.slug }));
    return [...own, { ...seed, orgId: platformOrgId, project: undefined }];
  });
}
