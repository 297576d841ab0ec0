import { loadProjectTelemetry } from '@oriel/db/project-telemetry';
import { authorizeTelemetry } from '@oriel/domain/scope';
import { queryLogs } from '@oriel/seed-client/logs';
import { seedHealth } from '../../seeds/output.ts';
import type { ServiceContext } from '../../service-context.ts';
import type { SetupStatus } from '../output.ts';
import { readProgress } from './progress.ts';

type Item = SetupStatus['items'][number];

/** The checklist looks for itself: nothing on it can be ticked by hand. */
export async function getSetupStatus(ctx: ServiceContext, progressFile: string | undefined): Promise<SetupStatus> {
  const [seeds, cluster, on, people, progress] = await Promise.all([
    ctx.db.seed.findMany({ select: { name: true, health: true } }),
    ctx.db.cluster.findFirst({
      orderBy: [{ firstLogAt: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }],
      include: { project: true },
    }),
    ctx.db.cluster.aggregate({ _count: { firstLogAt: true, firstMetricAt: true } }),
    ctx.db.user.count({ where: { isPlatformAdmin: false } }),
    readProgress(progressFile),
  ]);
  const firstLine = cluster?.firstLogAt ? await readFirstLine(ctx, cluster) : null;
  const items: Item[] = [
    seedItem(seeds),
    cluster === null
      ? { key: 'cluster', done: false, message: 'No cluster is registered yet.' }
      : { key: 'cluster', done: true, message: `${cluster.name} is registered in project ${cluster.project.name}.` },
    signalItem('monitoring', cluster?.monitoringEnabled ?? false, on._count.firstMetricAt > 0, 'Samples'),
    signalItem('logging', cluster?.loggingEnabled ?? false, on._count.firstLogAt > 0, 'Lines'),
    {
      key: 'first_line',
      done: firstLine !== null,
      message: firstLine === null ? 'No line has been received yet.' : 'Received, word for word:',
    },
    people > 0
      ? {
          key: 'member',
          done: true,
          message: people === 1 ? 'One person has been added.' : `${people} people have been added.`,
        }
      : { key: 'member', done: false, message: 'Nobody else has been added yet.' },
  ];
  return {
    items,
    finished: items.every((item) => item.done),
    firstLine,
    clusterId: cluster?.id ?? null,
    projectSlug: cluster?.project.slug ?? null,
    progress,
  };
}

function seedItem(seeds: readonly { name: string; health: unknown }[]): Item {
  const [seed] = seeds;
  if (seed === undefined)
    return {
      key: 'seed',
      done: false,
      message: 'The embedded seed is not registered yet; it is being built or started.',
    };
  const health = seedHealth.nullable().catch(null).parse(seed.health);
  if (health === null) return { key: 'seed', done: false, message: `Seed ${seed.name} has not been looked at yet.` };
  const broken = [health.metrics, health.logs, health.ingest].find((part) => !part.ok);
  if (broken !== undefined) return { key: 'seed', done: false, message: broken.message };
  return { key: 'seed', done: true, message: `Seed ${seed.name}: metrics, logs and ingest answer.` };
}

function signalItem(key: 'monitoring' | 'logging', enabled: boolean, seen: boolean, thing: string): Item {
  if (seen) return { key, done: true, message: `${thing} arrive.` };
  return {
    key,
    done: false,
    message: enabled ? `Switched on; ${thing.toLowerCase()} have not arrived yet.` : 'Not switched on yet.',
  };
}

/** The oldest line around the first signal; null while the store cannot answer. */
async function readFirstLine(
  ctx: ServiceContext,
  cluster: { name: string; seedId: string; firstLogAt: Date | null; project: { slug: string } },
): Promise<SetupStatus['firstLine']> {
  if (cluster.firstLogAt === null) return null;
  const scope = authorizeTelemetry(ctx.principal, await loadProjectTelemetry(ctx.db, cluster.project.slug));
  const around = cluster.firstLogAt.getTime() / 1000;
  const [line] = await queryLogs(
    { scope, seedId: cluster.seedId, signal: AbortSignal.timeout(3_000) },
    `{cluster=${JSON.stringify(cluster.name)}}`,
    {
      start: around - 3_600,
      end: around + 120,
      limit: 1,
      direction: 'forward',
    },
  ).catch(() => []);
  if (line === undefined) return null;
  return {
    text: line.line,
    at: new Date(Number(line.at / 1_000_000n)).toISOString(),
    cluster: cluster.name,
    namespace: line.labels.namespace ?? '',
    pod: line.labels.pod ?? '',
  };
}
