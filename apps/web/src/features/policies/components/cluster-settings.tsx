'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { Pane } from '@/ui/pane.tsx';
import { SettingList } from './setting-list.tsx';

/** What holds for one cluster, and where each value comes from. */
export function ClusterSettings({ cluster }: { cluster: { id: string; name: string } }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.policies.ofCluster.queryOptions({ clusterId: cluster.id }));
  const failure = failureOf(query.error);
  const place = { level: 'cluster', clusterId: cluster.id, name: cluster.name } as const;
  return (
    <Pane title="Settings" aside="What is not chosen here follows the policies">
      {query.data ? (
        <SettingList place={place} settings={query.data.settings} canEnforce={query.data.canEnforce} />
      ) : failure ? (
        <ErrorState
          title="The settings could not be loaded"
          {...failure}
          onRetry={() => query.refetch()}
          retrying={query.isFetching}
        />
      ) : (
        <LoadingRows awaiting="the settings" />
      )}
    </Pane>
  );
}
