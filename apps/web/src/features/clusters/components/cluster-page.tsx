'use client';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { ClusterSettings } from '@/features/policies/components/cluster-settings.tsx';
import { ScopeName } from '@/features/shell/use-scope.ts';
import { useTRPC } from '@/trpc.tsx';
import { Button, ButtonLink } from '@/ui/button.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatAge, formatLag } from '@/ui/format/duration.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { Note } from '@/ui/note.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pane, PaneGrid } from '@/ui/pane.tsx';
import { useNow } from '@/ui/use-now.ts';
import type { ClusterDetail } from '../output.ts';
import { ClusterCoverage } from './cluster-coverage.tsx';
import { ClusterHeader } from './cluster-header.tsx';
import { ClusterPipeline } from './cluster-pipeline.tsx';
import { ClusterSignals } from './cluster-signals.tsx';
import { ClusterSwitches } from './cluster-switches.tsx';
import { CollectorList } from './collector-list.tsx';
import { ConditionList } from './condition-list.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { LatestOperation } from './latest-operation.tsx';

// Its form brings zod along, which has no place in a page's first load.
const ReplaceKubeconfig = lazy(() => import('./replace-kubeconfig.tsx'));

/** Is this cluster heard, and if not, which part is silent and why? */
export function ClusterPage({ clusterId }: { clusterId: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.clusters.get.queryOptions({ clusterId }, { refetchInterval: 2_000 }));
  const failure = failureOf(query.error);
  if (query.data !== undefined) return <ClusterView cluster={query.data} stale={failure?.message} />;
  return (
    <>
      <PageHeader title="Cluster" crumbs={[{ label: 'Fleet', href: '/fleet' }]} />
      {failure ? (
        <ErrorState
          title="The cluster could not be loaded"
          {...failure}
          onRetry={() => query.refetch()}
          retrying={query.isFetching}
        />
      ) : (
        <LoadingRows awaiting="the cluster" />
      )}
    </>
  );
}

function ClusterView({ cluster, stale }: { cluster: ClusterDetail; stale: string | undefined }) {
  const trpc = useTRPC();
  const now = useNow();
  const [replacing, setReplacing] = useState<boolean>();
  const replaceKubeconfig = () => setReplacing(true);
  const footprint = useQuery(
    trpc.clusters.footprint.queryOptions({ clusterId: cluster.id }, { refetchInterval: 30_000 }),
  );
  const policies = useQuery(
    trpc.policies.ofCluster.queryOptions({ clusterId: cluster.id }, { refetchInterval: 10_000 }),
  );
  return (
    <>
      <ScopeName project={cluster.project.name} cluster={cluster.name} />
      <ClusterHeader cluster={cluster} now={now} onReplaceKubeconfig={replaceKubeconfig} />
      {stale !== undefined && (
        <Note status="late" title="This page is not up to date">
          {stale}
        </Note>
      )}
      <ReachNote cluster={cluster} now={now} onReplaceKubeconfig={replaceKubeconfig} />
      <ConflictNote cluster={cluster} />
      <div className="border-t border-line2" />
      <ClusterSwitches cluster={cluster} footprint={footprint} policies={policies} />
      <ClusterPipeline cluster={cluster} />
      <PaneGrid columns={3}>
        <div className="min-w-0">
          <ClusterCoverage cluster={cluster} now={now} />
          <Pane title="Conditions" className="border-t border-line1">
            <ConditionList conditions={cluster.conditions} now={now} />
          </Pane>
        </div>
        <LatestOperation cluster={cluster} />
        <div className="min-w-0 desk:max-[960px]:grid desk:max-[960px]:grid-cols-2">
          <Pane title="Signals" className="border-b border-line1 desk:max-[960px]:border-r desk:max-[960px]:border-b-0">
            <ClusterSignals cluster={cluster} now={now} />
          </Pane>
          <Pane title="Agents" aside={cluster.collectors.length > 0 && `${cluster.collectors.length} known`}>
            <CollectorList collectors={cluster.collectors} now={now} />
          </Pane>
        </div>
      </PaneGrid>
      <ClusterSettings cluster={cluster} />
      {replacing !== undefined && (
        <Suspense>
          <ReplaceKubeconfig cluster={cluster} open={replacing} onOpenChange={setReplacing} />
        </Suspense>
      )}
    </>
  );
}

type ReachNoteProps = { cluster: ClusterDetail; now: number; onReplaceKubeconfig: () => void };

function ReachNote({ cluster, now, onReplaceKubeconfig }: ReachNoteProps) {
  const reachable = cluster.conditions.find((condition) => condition.type === 'Reachable');
  if (cluster.deletionRequestedAt !== null) {
    const [operation] = cluster.operationIds;
    return (
      <Note
        status="running"
        title="This cluster is being deleted"
        action={
          operation && (
            <ButtonLink size="small" href={`/operations/${operation}`}>
              Open operation
            </ButtonLink>
          )
        }
      >
        it disappears from here when nothing of Oriel is left in it.
      </Note>
    );
  }
  if (reachable?.status !== 'False') return null;
  const retry = cluster.retryAt === null ? 0 : Date.parse(cluster.retryAt) - now;
  const age =
    cluster.lastReachedAt === null
      ? 'It was never reached.'
      : `Last reached ${formatAge(new Date(cluster.lastReachedAt), now)}.`;
  return (
    <Note
      status="error"
      title="The API server cannot be reached"
      action={
        cluster.canManage && (
          <Button size="small" onClick={onReplaceKubeconfig}>
            Replace kubeconfig…
          </Button>
        )
      }
    >
      {reachable.message} {age} Agents go on sending on their own.{' '}
      {retry > 1_000 ? `Next try in ${formatLag(retry)}.` : 'Trying now.'}
    </Note>
  );
}
