'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/trpc.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Steps } from '@/ui/steps.tsx';
import { toastError } from '@/ui/toast.ts';
import { useNow } from '@/ui/use-now.ts';
import type { OperationDetail } from '../output.ts';
import { toSteps } from './step-view.ts';

/** One attempt's steps; the failed step of the newest attempt offers a retry. */
export function OperationSteps({
  operation,
  run,
  canRetry,
}: {
  operation: OperationDetail;
  run: OperationDetail['runs'][number];
  canRetry: boolean;
}) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const now = useNow();
  const retry = useMutation(
    trpc.operations.retry.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.operations.pathFilter()),
      onError: (error) => toastError(failureOf(error)?.message ?? 'The retry was refused.'),
    }),
  );
  const offered = canRetry && operation.state === 'failed' && run.number === operation.runs[0]?.number;
  return (
    <Steps
      steps={toSteps(run, now)}
      {...(offered ? { onRetry: () => retry.mutate({ operationId: operation.id }), retrying: retry.isPending } : {})}
    />
  );
}
