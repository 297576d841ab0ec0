import type { Db } from '@oriel/db/client';

interface Named {
  readonly projectId: string | null;
  readonly targetType: string;
  readonly targetId: string;
}

interface Names {
  project(id: string | null): string | null;
  target(entry: Named): string | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a page of entries is about, as it is called now. A cluster is named only in entries of its own project. */
export async function loadNames(db: Db, entries: readonly Named[]): Promise<Names> {
  const ids = (kind: string) => [
    ...new Set(
      entries.flatMap((entry) => (entry.targetType === kind && uuid.test(entry.targetId) ? entry.targetId : [])),
    ),
  ];
  const projectIds = entries.flatMap(({ projectId }) => projectId ?? []);
  const [projects, clusters, seeds] = await Promise.all([
    db.project.findMany({
      where: { id: { in: [...new Set([...projectIds, ...ids('project')])] } },
      select: { id: true, slug: true },
    }),
    db.cluster.findMany({
      where: { id: { in: ids('cluster') } },
      select: { id: true, name: true, projectId: true },
    }),
    db.seed.findMany({ where: { id: { in: ids('seed') } }, select: { id: true, name: true } }),
  ]);
  const slugs = new Map(projects.map(({ id, slug }) => [id, slug]));
  const clusterOf = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const seedNames = new Map(seeds.map(({ id, name }) => [id, name]));
  return {
    project: (id) => (id === null ? null : (slugs.get(id) ?? null)),
    target({ targetType, targetId, projectId }) {
      if (targetType === 'project') return slugs.get(targetId) ?? null;
      if (targetType === 'seed') return seedNames.get(targetId) ?? null;
      const cluster = targetType === 'cluster' ? clusterOf.get(targetId) : undefined;
      return cluster?.projectId === projectId ? (cluster?.name ?? null) : null;
    },
  };
}
