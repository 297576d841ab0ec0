import { operationKinds, operationStates, stepStates } from '@oriel/domain/operations';
import { z } from 'zod';

const instant = z.iso.datetime();

export const operationStep = z
  .object({
    position: z.number(),
    key: z.string(),
    title: z.string(),
    state: z.enum(stepStates),
    message: z.string().nullable(),
    log: z.string(),
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'OperationStep' });

export const operationAttempt = z
  .object({
    number: z.number(),
    startedAt: instant,
    finishedAt: instant.nullable(),
    succeeded: z.boolean().nullable(),
    steps: z.array(operationStep),
  })
  .meta({ id: 'OperationAttempt' });

export const operationSummary = z
  .object({
    id: z.string(),
    kind: z.enum(operationKinds),
    state: z.enum(operationStates),
    title: z.string(),
    project: z.object({ slug: z.string(), name: z.string() }),
    clusterId: z.uuid().nullable().describe('Null once the cluster is gone; its name stays.'),
    clusterName: z.string(),
    requestedBy: z.string().nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    attempts: z.number(),
  })
  .meta({ id: 'Operation' });
export type OperationSummary = z.infer<typeof operationSummary>;

export const operationPage = z
  .object({ operations: z.array(operationSummary), nextCursor: z.string().nullable() })
  .meta({ id: 'OperationPage' });

/** Newest attempt first. */
export const operationDetail = operationSummary
  .extend({ runs: z.array(operationAttempt) })
  .meta({ id: 'OperationDetail' });
export type OperationDetail = z.infer<typeof operationDetail>;
