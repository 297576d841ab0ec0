import type { Prisma, Tx } from '@oriel/db/client';
import { enqueue } from '@oriel/db/enqueue';
import { type OperationKind, stepsAfter, stepsOf } from '@oriel/domain/operations';

interface OperationRequest {
  readonly kind: OperationKind;
  readonly cluster: { readonly id: string; readonly name: string; readonly projectId: string };
  readonly requestedById: string;
  readonly request: Prisma.InputJsonObject;
}

/**
 * Records what was asked for and wakes the worker, in the caller's transaction. A newer wish replaces an
 * unfinished one: the worker sees `superseded` before its next step and stops there.
 */
export async function requestOperation(tx: Tx, wish: OperationRequest): Promise<string> {
  const { cluster } = wish;
  await replaceUnfinished(tx, cluster.id);
  const operation = await tx.operation.create({
    data: {
      kind: wish.kind,
      projectId: cluster.projectId,
      clusterId: cluster.id,
      clusterName: cluster.name,
      requestedById: wish.requestedById,
      request: wish.request,
    },
  });
  const steps = stepsOf[wish.kind].map((key, position) => ({ key, position }));
  await tx.operationAttempt.create({ data: { operationId: operation.id, number: 1, steps: { create: steps } } });
  await enqueue(tx, 'reconcile_cluster', { clusterId: cluster.id });
  return operation.id.toString();
}

/** Operation, attempt, steps: the order in which the worker takes them too, so that neither waits for the other. */
async function replaceUnfinished(tx: Tx, clusterId: string): Promise<void> {
  const finishedAt = new Date();
  const unfinished = { clusterId, state: { in: ['waiting', 'running'] } } satisfies Prisma.OperationWhereInput;
  const [operation] = await tx.operation.updateManyAndReturn({
    where: unfinished,
    data: { state: 'superseded', finishedAt },
    select: { id: true },
  });
  if (operation === undefined) return;
  const operationId = operation.id;
  await tx.operationAttempt.updateMany({
    where: { operationId, finishedAt: null },
    data: { finishedAt, succeeded: false },
  });
  await tx.operationStep.updateMany({
    where: { operationId, state: { in: ['waiting', 'running'] } },
    data: { state: 'skipped', message: 'A newer change has replaced this one.', finishedAt },
  });
}

/** The next attempt of an operation that failed, from the step that failed; earlier attempts are kept as they ended. */
export async function addAttempt(tx: Tx, operationId: bigint): Promise<void> {
  const last = await tx.operationAttempt.findFirstOrThrow({
    where: { operationId },
    orderBy: { number: 'desc' },
    include: { steps: { orderBy: { position: 'asc' } } },
  });
  await tx.operationAttempt.create({
    data: { operationId, number: last.number + 1, steps: { create: stepsAfter(last.steps) } },
  });
}
