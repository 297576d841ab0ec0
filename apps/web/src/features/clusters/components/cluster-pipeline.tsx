'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc.tsx';
import { StatusBadge } from '@/ui/badge.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { Pane } from '@/ui/pane.tsx';
import { useNow } from '@/ui/use-now.ts';
import type { ClusterDetail } from '../output.ts';
import { Pipeline } from './pipeline.tsx';
import { pipelineView } from './pipeline-view.ts';

/** Pods, agent, gateway, store: live rates, and the one hop that is broken. */
export function ClusterPipeline({ cluster }: { cluster: ClusterDetail }) {
  const trpc = useTRPC();
  const now = useNow();
  const query = useQuery(trpc.clusters.pipeline.queryOptions({ clusterId: cluster.id }, { refetchInterval: 10_000 }));
  const failure = failureOf(query.error);
  const view = query.data && pipelineView(query.data, now);
  return (
    <Pane
      title="Pipeline"
      className="border-b border-line2"
      badge={
        view &&
        view.broken > 0 && (
          <StatusBadge status="error" label={view.broken === 1 ? '1 hop broken' : `${view.broken} hops broken`} />
        )
      }
      aside="live, 3 min average"
    >
      {view ? (
        <Pipeline label={view.label} stages={view.stages} hops={view.hops} />
      ) : failure ? (
        <ErrorState
          title="The pipeline could not be read"
          {...failure}
          onRetry={() => query.refetch()}
          retrying={query.isFetching}
        />
      ) : (
        <LoadingRows rows={3} awaiting={`the stores of seed ${cluster.seed.name}`} />
      )}
    </Pane>
  );
}
