import type { Db } from '@oriel/db/client';
import { visibleClusters } from '@oriel/db/tenant-scope';
import type { z } from 'zod';
import type { ServiceContext } from '../../service-context.ts';
import { type projectSeeds, type SeedRow, seedHealth, type seedList } from '../output.ts';

/** All seeds with the health last observed. The caller holds `platform:read`. */
export async function listSeeds(db: Db): Promise<z.infer<typeof seedList>> {
  const [seeds, sums] = await Promise.all([
    db.seed.findMany({ orderBy: { name: 'asc' }, include: { _count: { select: { tenants: true, clusters: true } } } }),
    db.$queryRaw<{ seed_id: string; bytes: number | null }[]>`
      SELECT seed_id, sum((ingest_sparkline ->> -1)::float8) AS bytes FROM clusters GROUP BY seed_id`,
  ]);
  const bytes = new Map(sums.map((row) => [row.seed_id, row.bytes]));
  return {
    at: new Date().toISOString(),
    seeds: seeds.map(
      (seed): SeedRow => ({
        id: seed.id,
        name: seed.name,
        region: seed.region,
        kind: seed.kind,
        ingestUrl: seed.ingestUrl,
        tenants: seed._count.tenants,
        clusters: seed._count.clusters,
        bytesPerSecond: bytes.get(seed.id) ?? null,
        health: seedHealth.nullable().catch(null).parse(seed.health),
      }),
    ),
  };
}

/** The seeds that hold a tenant of the project: where its clusters may send to. */
export async function listSeedsOf(
  { db, principal }: Pick<ServiceContext, 'db' | 'principal'>,
  projectId: string,
): Promise<z.infer<typeof projectSeeds>> {
  const seeds = await db.seed.findMany({
    where: { tenants: { some: { projectId } } },
    select: {
      id: true,
      name: true,
      region: true,
      _count: { select: { clusters: { where: { AND: [visibleClusters(principal), { projectId }] } } } },
    },
    orderBy: { name: 'asc' },
  });
  return { seeds: seeds.map(({ _count, ...seed }) => ({ ...seed, clusters: _count.clusters })) };
}
