import { visibleClusters } from '@oriel/db/tenant-scope';
import type { z } from 'zod';
import { decodeCursor, encodeCursor } from '@/server/page-cursor.ts';
import type { ServiceContext } from '../../service-context.ts';
import type { clusterListInput } from '../input.ts';
import type { clusterList } from '../output.ts';

const select = {
  id: true,
  name: true,
  region: true,
  seed: { select: { id: true, name: true } },
  kubernetesVersion: true,
  nodeCount: true,
  monitoringEnabled: true,
  loggingEnabled: true,
  firstLogAt: true,
  firstMetricAt: true,
  deletionRequestedAt: true,
  createdAt: true,
} as const;

/** Those of one project that the person may see, by name. */
export async function listClusters(
  { db, principal }: ServiceContext,
  projectId: string,
  { cursor, limit }: z.output<typeof clusterListInput>,
): Promise<z.infer<typeof clusterList>> {
  const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1);
  const rows = await db.cluster.findMany({
    where: { AND: [visibleClusters(principal), { projectId }, after === undefined ? {} : { name: { gt: after } }] },
    select,
    orderBy: { name: 'asc' },
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    clusters: page.map((row) => ({
      ...row,
      firstLogAt: iso(row.firstLogAt),
      firstMetricAt: iso(row.firstMetricAt),
      deletionRequestedAt: iso(row.deletionRequestedAt),
      createdAt: row.createdAt.toISOString(),
    })),
    nextCursor: last === undefined ? null : encodeCursor([last.name]),
  };
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
