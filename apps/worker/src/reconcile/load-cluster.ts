import type { Db, Prisma } from '@oriel/db/client';

const shape = {
  seed: true,
  project: { select: { slug: true } },
  conditions: true,
  credentials: { where: { revokedAt: null } },
  operations: {
    orderBy: { id: 'desc' },
    take: 1,
    include: {
      attempts: { orderBy: { number: 'desc' }, take: 1, include: { steps: { orderBy: { position: 'asc' } } } },
    },
  },
} satisfies Prisma.ClusterInclude;

export type ClusterRow = Prisma.ClusterGetPayload<{ include: typeof shape }>;
export type OperationRow = ClusterRow['operations'][number];
export type StepRow = OperationRow['attempts'][number]['steps'][number];

/** A cluster with its current credential, its conditions and its newest operation; undefined once it is forgotten. */
export async function loadCluster(db: Db, clusterId: string): Promise<ClusterRow | undefined> {
  return (await db.cluster.findUnique({ where: { id: clusterId }, include: shape })) ?? undefined;
}
