import type { Prisma, Tx } from '@oriel/db/client';
import { enqueue } from '@oriel/db/enqueue';
import { type OperationKind, stepsOf } from '@oriel/domain/operations';

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
  const now = new Date();
  const unfinished = {
    clusterId: cluster.id,
    state: { in: ['waiting', 'running'] },
  } satisfies Prisma.OperationWhereInput;
  await tx.operationAttempt.updateMany({
    where: { operation: unfinished, finishedAt: null },
    data: { finishedAt: now, succeeded: false },
  });
  await tx.operation.updateMany({ where: unfinished, data: { state: 'superseded', finishedAt: now } });
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
  await addAttempt(tx, operation.id, wish.kind, 1);
  await enqueue(tx, 'reconcile_cluster', { clusterId: cluster.id });
  return operation.id.toString();
}

/** A new attempt with all steps of its kind waiting; earlier attempts are kept as they ended. */
export async function addAttempt(tx: Tx, operationId: bigint, kind: OperationKind, number: number) {
  await tx.operationAttempt.create({
    data: {
      operationId,
      number,
      steps: { create: stepsOf[kind].map((key, position) => ({ position, key, message: null, log: '' })) },
    },
  });
}
