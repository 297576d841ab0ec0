import { loadProjectTelemetry } from '@oriel/db/project-telemetry';
import type { JobPayload } from '@oriel/domain/jobs';
import type { WorkerContext } from '../context.ts';
import { LogVolumes } from '../observe/log-volumes.ts';
import { observeTenant } from '../observe/observe-tenant.ts';
import { lookAtSeed } from '../observe/seed-health.ts';
import { reschedule } from './reschedule.ts';

const everyMs = 15_000;
const patienceMs = 60_000;
/** Finished buckets per seed and project; lost at a restart, asked for again then. */
const volumes = new Map<string, LogVolumes>();

/** Health of a seed's parts and freshness of everything that it stores. A large seed is looked at less often. */
export async function observeSeedJob(
  ctx: WorkerContext,
  { seedId }: JobPayload<'observe_seed'>,
  stop: AbortSignal,
): Promise<void> {
  const started = Date.now();
  const seed = await ctx.db.seed.findUnique({
    where: { id: seedId },
    include: {
      tenants: { include: { project: { select: { slug: true } }, clusters: { include: { conditions: true } } } },
    },
  });
  if (seed === null) return;
  const signal = AbortSignal.any([stop, AbortSignal.timeout(patienceMs)]);
  const health = await lookAtSeed(seed, signal);
  await ctx.db.seed.update({ where: { id: seedId }, data: { health: { ...health } } });
  for (const tenant of seed.tenants) {
    if (tenant.clusters.length === 0) continue;
    const project = await loadProjectTelemetry(ctx.db, tenant.project.slug);
    if (project === undefined) continue;
    await observeTenant(ctx.db, {
      project,
      seedId,
      clusters: tenant.clusters,
      volumes: volumesOf(seedId, tenant.projectId),
      signal,
    });
  }
  await reschedule(ctx, 'observe_seed', { payload: { seedId }, inMs: Math.max(everyMs, 3 * (Date.now() - started)) });
}

function volumesOf(seedId: string, projectId: string): LogVolumes {
  const key = `${seedId}/${projectId}`;
  const found = volumes.get(key) ?? new LogVolumes();
  volumes.set(key, found);
  return found;
}
