import type { Prisma } from '@oriel/db/client';
import { type StepKey, stepTitles } from '@oriel/domain/operations';
import type { OperationDetail, OperationSummary } from '../output.ts';

export const summaryInclude = {
  project: { select: { slug: true, name: true } },
  requestedBy: { select: { email: true } },
  _count: { select: { attempts: true } },
} satisfies Prisma.OperationInclude;

export const detailInclude = {
  ...summaryInclude,
  attempts: { orderBy: { number: 'desc' }, include: { steps: { orderBy: { position: 'asc' } } } },
} satisfies Prisma.OperationInclude;

type SummaryRow = Prisma.OperationGetPayload<{ include: typeof summaryInclude }>;
type DetailRow = Prisma.OperationGetPayload<{ include: typeof detailInclude }>;

export function toSummary(row: SummaryRow): OperationSummary {
  return {
    id: row.id.toString(),
    kind: row.kind,
    state: row.state,
    title: titleOf(row.kind, row.request),
    project: row.project,
    clusterId: row.clusterId,
    clusterName: row.clusterName,
    requestedBy: row.requestedBy?.email ?? null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    attempts: row._count.attempts,
  };
}

export function toDetail(row: DetailRow): OperationDetail {
  return {
    ...toSummary(row),
    runs: row.attempts.map((attempt) => ({
      number: attempt.number,
      startedAt: attempt.startedAt.toISOString(),
      finishedAt: attempt.finishedAt?.toISOString() ?? null,
      succeeded: attempt.succeeded,
      steps: attempt.steps.map((step) => ({
        position: step.position,
        key: step.key,
        title: stepTitles[step.key as StepKey] ?? step.key,
        state: step.state,
        message: step.message,
        log: step.log,
        startedAt: step.startedAt?.toISOString() ?? null,
        finishedAt: step.finishedAt?.toISOString() ?? null,
      })),
    })),
  };
}

/** Says what was asked for: "Monitoring and logging on". */
function titleOf(kind: SummaryRow['kind'], request: Prisma.JsonValue): string {
  if (kind === 'delete_cluster') return 'Delete the cluster';
  if (kind === 'remove') return 'Monitoring and logging off';
  const wanted = typeof request === 'object' && request !== null && !Array.isArray(request) ? request : {};
  const on = [wanted.monitoring === true && 'monitoring', wanted.logging === true && 'logging'].filter(Boolean);
  const text = on.length === 2 ? 'monitoring and logging on' : on.length === 1 ? `${on[0]} only` : 'apply again';
  return text.charAt(0).toUpperCase() + text.slice(1);
}
