import type { Db } from '@oriel/db/client';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { parseAccess } from '@oriel/k8s/api-access';
import { ApiServer } from '@oriel/k8s/api-server';
import { listRunningContainers, type RunningContainer } from '@oriel/k8s/pods';
import { env } from '@/env.ts';
import { secretBox } from '@/server/secret-box.ts';

const patienceMs = 8_000;

/**
 * Containers that run now, in all namespaces, asked from the cluster itself. The caller has checked that the person may
 * see it, and shows them those of their own namespaces alone.
 */
export async function askRunningContainers(db: Db, clusterId: string): Promise<RunningContainer[]> {
  const { kubeconfigEnvelope } = await db.cluster.findUniqueOrThrow({
    where: { id: clusterId },
    select: { kubeconfigEnvelope: true },
  });
  const secrets = await secretBox();
  const access = parseAccess(await secrets.open(placeOf('kubeconfig', clusterId), kubeconfigEnvelope));
  const policy = { allowLoopback: env().ORIEL_ALLOW_LOOPBACK_CLUSTERS };
  const api = new ApiServer(access, { policy, timeoutMs: patienceMs, connectTimeoutMs: 3_000 });
  try {
    return await listRunningContainers(api, AbortSignal.timeout(patienceMs));
  } finally {
    await api.close();
  }
}
