import { appendAudit } from '@oriel/db/audit';
import { enqueue } from '@oriel/db/enqueue';
import { visibleOperations } from '@oriel/db/tenant-scope';
import { OrielError } from '@oriel/domain/errors';
import type { z } from 'zod';
import type { ServiceContext } from '../../service-context.ts';
import type { operationListInput } from '../input.ts';
import type { OperationDetail, operationPage } from '../output.ts';
import { addAttempt } from './request.ts';
import { detailInclude, summaryInclude, toDetail, toSummary } from './view.ts';

export async function listOperations(
  ctx: ServiceContext,
  input: z.output<typeof operationListInput>,
): Promise<z.infer<typeof operationPage>> {
  const rows = await ctx.db.operation.findMany({
    where: {
      AND: [
        visibleOperations(ctx.principal),
        input.project === undefined ? {} : { project: { slug: input.project } },
        input.clusterId === undefined ? {} : { clusterId: input.clusterId },
        input.cursor === undefined ? {} : { id: { lt: BigInt(input.cursor) } },
      ],
    },
    orderBy: { id: 'desc' },
    take: input.limit + 1,
    include: summaryInclude,
  });
  const page = rows.slice(0, input.limit);
  const more = rows.length > input.limit ? page.at(-1) : undefined;
  return { operations: page.map(toSummary), nextCursor: more?.id.toString() ?? null };
}

/** Throws `not_found` alike for what does not exist and for what the person may not see. */
export async function getOperation(ctx: ServiceContext, operationId: string): Promise<OperationDetail> {
  const row = await ctx.db.operation.findFirst({
    where: { AND: [visibleOperations(ctx.principal), { id: BigInt(operationId) }] },
    include: detailInclude,
  });
  if (row === null) throw noSuchOperation(operationId);
  return toDetail(row);
}

/** Starts a new attempt of a failed operation, from the step that failed. */
export async function retryOperation(ctx: ServiceContext, operationId: string): Promise<{ operationId: string }> {
  await ctx.db.$transaction(async (tx) => {
    const row = await tx.operation.findFirst({
      where: { AND: [visibleOperations(ctx.principal), { id: BigInt(operationId) }] },
    });
    if (row === null) throw noSuchOperation(operationId);
    if (row.clusterId === null)
      throw new OrielError('conflict', 'The cluster of this operation is gone; there is nothing left to do.');
    const newer = await tx.operation.findFirst({
      where: { clusterId: row.clusterId, id: { gt: row.id } },
      select: { id: true },
    });
    if (newer !== null) {
      throw new OrielError(
        'conflict',
        `A newer change of this cluster (operation ${newer.id}) has replaced this one. Retry that one instead.`,
      );
    }
    if (row.state !== 'failed')
      throw new OrielError('conflict', 'Only a failed operation can be retried; this one has not failed.');
    await tx.operation.update({ where: { id: row.id }, data: { state: 'waiting', finishedAt: null } });
    await addAttempt(tx, row.id);
    await enqueue(tx, 'reconcile_cluster', { clusterId: row.clusterId });
    await appendAudit(tx, {
      actor: ctx.actor,
      action: 'operation.retry',
      projectId: row.projectId,
      targetType: 'operation',
      targetId: operationId,
    });
  });
  return { operationId };
}

function noSuchOperation(id: string): OrielError {
  return new OrielError('not_found', `There is no operation ${id}, or you are not a member of its project.`);
}
