import { z } from 'zod';
import { projectProcedure, visibleProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { operationInput, operationListInput, operationWatchInput } from '../input.ts';
import { operationDetail, operationPage } from '../output.ts';
import { getOperation, listOperations, retryOperation } from './service.ts';
import { watchOperation } from './watch.ts';

const ofOperation = (input: { operationId: string }) => ({ operationId: input.operationId });

export const operationsRouter = router({
  list: visibleProcedure({
    permission: 'operations:read',
    input: operationListInput,
    rest: { method: 'GET', path: '/operations', tag: 'Operations', summary: 'List operations' },
  })
    .output(operationPage)
    .query(({ ctx, input }) => listOperations(ctx, input)),

  get: projectProcedure({
    permission: 'operations:read',
    input: operationInput,
    project: ofOperation,
    rest: { method: 'GET', path: '/operations/{operationId}', tag: 'Operations', summary: 'Get an operation' },
  })
    .output(operationDetail)
    .query(({ ctx, input }) => getOperation(ctx, input.operationId)),

  /** Each event is the whole operation; it ends when the operation has. */
  watch: projectProcedure({
    permission: 'operations:read',
    input: operationWatchInput,
    project: ofOperation,
  }).subscription(({ ctx, input, signal }) => watchOperation(ctx, input.operationId, signal)),

  retry: projectProcedure({
    permission: 'clusters:manage',
    input: operationInput,
    project: ofOperation,
    rest: {
      method: 'POST',
      path: '/operations/{operationId}/attempts',
      tag: 'Operations',
      summary: 'Retry a failed operation',
      status: 202,
    },
  })
    .output(z.object({ operationId: z.string() }))
    .mutation(({ ctx, input }) => retryOperation(ctx, input.operationId)),
});
