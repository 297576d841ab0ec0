import { randomUUID } from 'node:crypto';
import { appendAudit } from '@oriel/db/audit';
import type { Tx } from '@oriel/db/client';
import { enqueue } from '@oriel/db/enqueue';
import { loadPolicies } from '@oriel/db/policies';
import type { SecretBox } from '@oriel/db/secret-box';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { visibleClusters } from '@oriel/db/tenant-scope';
import { OrielError } from '@oriel/domain/errors';
import { requireUnenforced, resolveSettings, valuesOf } from '@oriel/domain/policy/resolve';
import type { z } from 'zod';
import { requestOperation } from '../../operations/server/request.ts';
import { chooseForCluster, lockPolicies } from '../../policies/server/change.ts';
import type { ServiceContext } from '../../service-context.ts';
import type { applyAgainInput, createClusterInput, deleteClusterInput, setSwitchesInput } from '../input.ts';
import type { createdCluster, startedOperation } from '../output.ts';
import { requirePreflight } from './preflight.ts';
import { noSuchCluster } from './read.ts';

type Started = z.infer<typeof startedOperation>;

/** Registers a cluster that passes the preflight. Nothing is stored when it does not. */
export async function createCluster(
  ctx: ServiceContext,
  secrets: SecretBox,
  input: z.output<typeof createClusterInput>,
): Promise<z.infer<typeof createdCluster>> {
  const seen = await requirePreflight(input.kubeconfig);
  const id = randomUUID();
  const kubeconfigEnvelope = await secrets.seal(placeOf('kubeconfig', id), seen.access);
  const operationId = await ctx.db.$transaction(async (tx) => {
    await lockPolicies(tx, 'shared');
    const tenant = await tenantFor(tx, input.project, input.seedId);
    const taken = await tx.cluster.findUnique({
      where: { projectId_name: { projectId: tenant.projectId, name: input.name } },
      select: { id: true },
    });
    if (taken !== null) {
      throw new OrielError(
        'conflict',
        `This project already has a cluster named "${input.name}". Choose another name.`,
        { field: 'name' },
      );
    }
    const { chosen, settings } = await settingsForNew(tx, tenant, input);
    const request = { monitoring: settings['monitoring.enabled'], logging: settings['logging.enabled'] };
    await tx.cluster.create({
      data: {
        id,
        projectId: tenant.projectId,
        seedId: tenant.seedId,
        name: input.name,
        region: input.region,
        apiServer: seen.apiServer,
        kubernetesVersion: seen.version,
        nodeCount: seen.nodeCount,
        kubeconfigEnvelope,
        monitoringEnabled: request.monitoring,
        loggingEnabled: request.logging,
        settings,
        policies: { create: chosen },
      },
    });
    await appendAudit(tx, {
      actor: ctx.actor,
      action: 'cluster.create',
      projectId: tenant.projectId,
      targetType: 'cluster',
      targetId: id,
      after: {
        name: input.name,
        region: input.region,
        apiServer: seen.apiServer,
        ...request,
      },
    });
    if (!request.monitoring && !request.logging) {
      await enqueue(tx, 'reconcile_cluster', { clusterId: id });
      return null;
    }
    return requestOperation(tx, {
      kind: 'apply',
      cluster: { id, name: input.name, projectId: tenant.projectId },
      requestedById: ctx.principal.userId,
      request,
    });
  });
  return { clusterId: id, operationId };
}

/** What was chosen becomes the cluster's own default; what was left open follows the policies. */
async function settingsForNew(
  tx: Tx,
  tenant: { readonly projectId: string; readonly seedId: string },
  { monitoring, logging }: { readonly monitoring?: boolean | undefined; readonly logging?: boolean | undefined },
) {
  const policies = await loadPolicies(tx, tenant);
  const wishes = { 'monitoring.enabled': monitoring, 'logging.enabled': logging } as const;
  const chosen = (['monitoring.enabled', 'logging.enabled'] as const).flatMap((setting) => {
    const value = wishes[setting];
    if (value === undefined) return [];
    requireUnenforced(setting, value, { level: 'cluster', policies });
    return [{ level: 'cluster', mode: 'default', setting, value } as const];
  });
  return { chosen, settings: valuesOf(resolveSettings([...policies, ...chosen])) };
}

async function tenantFor(tx: Tx, project: string, seedId: string | undefined) {
  const tenants = await tx.tenant.findMany({
    where: { project: { slug: project }, ...(seedId === undefined ? {} : { seedId }) },
    select: { projectId: true, seedId: true },
  });
  const [tenant] = tenants;
  if (tenant === undefined) {
    throw new OrielError('bad_input', "This project has no place on that seed. Choose one of the project's seeds.", {
      field: 'seedId',
    });
  }
  if (tenants.length > 1) {
    throw new OrielError(
      'bad_input',
      'This project is on several seeds. Choose the one that is close to the cluster.',
      { field: 'seedId' },
    );
  }
  return tenant;
}

/** Turns monitoring and logging on or off. Answers null where nothing changes. */
export async function setSwitches(ctx: ServiceContext, input: z.output<typeof setSwitchesInput>): Promise<Started> {
  return ctx.db.$transaction(async (tx) => {
    await lockPolicies(tx, 'shared');
    const cluster = await lockCluster(tx, ctx.principal, input.clusterId);
    const before = { monitoring: cluster.monitoringEnabled, logging: cluster.loggingEnabled };
    const after = { monitoring: input.monitoring ?? before.monitoring, logging: input.logging ?? before.logging };
    const place = { level: 'cluster', clusterId: cluster.id, ...cluster } as const;
    const operationId = await chooseForCluster(tx, ctx, place, {
      ...(input.monitoring === undefined ? {} : { 'monitoring.enabled': input.monitoring }),
      ...(input.logging === undefined ? {} : { 'logging.enabled': input.logging }),
    });
    if (operationId === null) return { operationId };
    await appendAudit(tx, {
      actor: ctx.actor,
      action: 'cluster.set_switches',
      projectId: cluster.projectId,
      targetType: 'cluster',
      targetId: cluster.id,
      before,
      after,
    });
    return { operationId };
  });
}

/** Applies the desired state again, whether or not anything has changed; over what others own only when asked to. */
export async function applyAgain(ctx: ServiceContext, input: z.output<typeof applyAgainInput>): Promise<Started> {
  const { clusterId, takeOver } = input;
  return ctx.db.$transaction(async (tx) => {
    const cluster = await lockCluster(tx, ctx.principal, clusterId);
    const request = { monitoring: cluster.monitoringEnabled, logging: cluster.loggingEnabled, takeOver };
    await tx.cluster.update({ where: { id: cluster.id }, data: { appliedHash: null, retryAt: null } });
    await appendAudit(tx, {
      actor: ctx.actor,
      action: 'cluster.apply_again',
      projectId: cluster.projectId,
      targetType: 'cluster',
      targetId: cluster.id,
      after: { takeOver },
    });
    const kind = request.monitoring || request.logging ? 'apply' : 'remove';
    return { operationId: await requestOperation(tx, { kind, cluster, requestedById: ctx.principal.userId, request }) };
  });
}

export async function deleteCluster(ctx: ServiceContext, input: z.output<typeof deleteClusterInput>): Promise<Started> {
  return ctx.db.$transaction(async (tx) => {
    const cluster = await lockCluster(tx, ctx.principal, input.clusterId, { deleting: true });
    if (input.confirmName !== cluster.name) {
      throw new OrielError('bad_input', `Type the cluster's name, "${cluster.name}", to delete it.`, {
        field: 'confirmName',
      });
    }
    await tx.cluster.update({
      where: { id: cluster.id },
      data: { deletionRequestedAt: new Date(), monitoringEnabled: false, loggingEnabled: false, retryAt: null },
    });
    await appendAudit(tx, {
      actor: ctx.actor,
      action: 'cluster.delete',
      projectId: cluster.projectId,
      targetType: 'cluster',
      targetId: cluster.id,
      before: { name: cluster.name },
      after: { abandon: input.abandon },
    });
    return {
      operationId: await requestOperation(tx, {
        kind: 'delete_cluster',
        cluster,
        requestedById: ctx.principal.userId,
        request: { abandon: input.abandon },
      }),
    };
  });
}

/** Two people who press at once wait for each other here. */
export async function lockCluster(
  tx: Tx,
  principal: ServiceContext['principal'],
  clusterId: string,
  options: { deleting?: boolean } = {},
) {
  await tx.$queryRaw`SELECT id FROM clusters WHERE id = ${clusterId}::uuid FOR UPDATE`;
  const cluster = await tx.cluster.findFirst({ where: { AND: [visibleClusters(principal), { id: clusterId }] } });
  if (cluster === null) throw noSuchCluster();
  if (cluster.deletionRequestedAt !== null && options.deleting !== true) {
    throw new OrielError('conflict', 'This cluster is being deleted and can no longer be changed.');
  }
  return cluster;
}
