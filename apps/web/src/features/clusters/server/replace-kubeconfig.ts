import { appendAudit } from '@oriel/db/audit';
import { enqueue } from '@oriel/db/enqueue';
import type { SecretBox } from '@oriel/db/secret-box';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { visibleClusters } from '@oriel/db/tenant-scope';
import type { RegisteredCluster } from '@oriel/k8s/preflight-owner';
import type { z } from 'zod';
import type { ServiceContext } from '../../service-context.ts';
import type { replaceKubeconfigInput } from '../input.ts';
import type { PreflightResult, replacedKubeconfig } from '../output.ts';
import { lockCluster } from './change.ts';
import { requirePreflight, runPreflight } from './preflight.ts';
import { noSuchCluster } from './read.ts';

type Replacement = z.output<typeof replaceKubeconfigInput>;

/** What replacing would say, without replacing anything. */
export async function preflightReplacement(
  ctx: ServiceContext,
  { clusterId, kubeconfig }: Replacement,
): Promise<PreflightResult> {
  return runPreflight(kubeconfig, await registeredCluster(ctx, clusterId));
}

/**
 * Puts a kubeconfig that passes the preflight in the place of the present one, and has the cluster tried at once,
 * whatever its backoff was. Nothing changes when it does not pass.
 */
export async function replaceKubeconfig(
  ctx: ServiceContext,
  secrets: SecretBox,
  { clusterId, kubeconfig }: Replacement,
): Promise<z.infer<typeof replacedKubeconfig>> {
  const seen = await requirePreflight(kubeconfig, await registeredCluster(ctx, clusterId));
  const { apiServer, version, nodeCount } = seen;
  const kubeconfigEnvelope = await secrets.seal(placeOf('kubeconfig', clusterId), seen.access);
  await ctx.db.$transaction(async (tx) => {
    // Also while it is being deleted: without an access that works Oriel could not leave it.
    const cluster = await lockCluster(tx, ctx.principal, clusterId, { deleting: true });
    await tx.cluster.update({
      where: { id: clusterId },
      data: { kubeconfigEnvelope, apiServer, kubernetesVersion: version, nodeCount, failures: 0, retryAt: null },
    });
    await appendAudit(tx, {
      actor: ctx.actor,
      action: 'cluster.replace_kubeconfig',
      projectId: cluster.projectId,
      targetType: 'cluster',
      targetId: clusterId,
      before: { apiServer: cluster.apiServer },
      after: { apiServer },
    });
    await enqueue(tx, 'reconcile_cluster', { clusterId });
  });
  return { apiServer, version, nodeCount };
}

async function registeredCluster({ db, principal }: ServiceContext, clusterId: string): Promise<RegisteredCluster> {
  const cluster = await db.cluster.findFirst({
    where: { AND: [visibleClusters(principal), { id: clusterId }] },
    select: { collectors: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } } },
  });
  if (cluster === null) throw noSuchCluster();
  return { clusterId, agentsHeardAt: cluster.collectors[0]?.lastSeenAt };
}
