'use client';
import Link from 'next/link';
import { OperationStateBadge } from '@/features/operations/components/operation-state.tsx';
import { OperationSteps } from '@/features/operations/components/operation-steps.tsx';
import { useOperation } from '@/features/operations/components/use-operation.ts';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { Pane } from '@/ui/pane.tsx';
import type { ClusterDetail } from '../output.ts';

/** The newest change of this cluster, live. */
export function LatestOperation({ cluster }: { cluster: ClusterDetail }) {
  const [id] = cluster.operationIds;
  const query = useOperation(id);
  const failure = failureOf(query.error);
  const operation = query.data;
  if (id === undefined) {
    return (
      <Pane title="Last change">
        <p className="text-ink3">Nothing has been changed yet. Switch monitoring or logging on to begin.</p>
      </Pane>
    );
  }
  const [run] = operation?.runs ?? [];
  return (
    <Pane
      title={operation?.title ?? 'Last change'}
      badge={operation && <OperationStateBadge state={operation.state} />}
      aside={
        <Link href={`/operations/${id}`} className="wrap-anywhere text-accent hover:underline">
          Operation {id}
        </Link>
      }
    >
      {operation !== undefined && run !== undefined ? (
        <OperationSteps operation={operation} run={run} canRetry={cluster.canManage} />
      ) : failure ? (
        <ErrorState
          title="The last change could not be read"
          {...failure}
          onRetry={() => query.refetch()}
          retrying={query.isFetching}
        />
      ) : (
        <LoadingRows rows={4} awaiting={`operation ${id}`} />
      )}
    </Pane>
  );
}
