'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ChartLine, Plus, TextSearch } from 'lucide-react';
import { fleetCells } from '@/features/fleet/components/fleet-cells.ts';
import { fleetColumns } from '@/features/fleet/components/fleet-columns.tsx';
import { FleetPhoneRow } from '@/features/fleet/components/fleet-phone-row.tsx';
import { FleetRowNote } from '@/features/fleet/components/fleet-row-note.tsx';
import { useTRPC } from '@/trpc.tsx';
import { ButtonLink } from '@/ui/button.tsx';
import { CountsStrip } from '@/ui/counts-strip.tsx';
import { DataTable } from '@/ui/data-table.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { useNow } from '@/ui/use-now.ts';
import type { ProjectDetail } from '../output.ts';
import { useFleetFilter } from './use-fleet-filter.ts';

/** A member's start: are my clusters heard, and where do I ask? */
export function ProjectHome({ project }: { project: ProjectDetail }) {
  const trpc = useTRPC();
  const now = useNow();
  const [filter, setFilter] = useFleetFilter();
  const counts = useQuery(trpc.fleet.counts.queryOptions({ project: project.slug }, { refetchInterval: 5_000 }));
  const list = useInfiniteQuery(
    trpc.fleet.list.infiniteQueryOptions(
      { project: project.slug, filter },
      { getNextPageParam: (page) => page.nextCursor, refetchInterval: 5_000 },
    ),
  );
  const failure = failureOf(list.error);
  const add = project.canManageClusters && (
    <ButtonLink variant="primary" icon={Plus} href={`/clusters/new?project=${project.slug}`}>
      Add cluster
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={project.name}
        about={`Your role: ${project.role ?? 'administrator'}`}
        actions={
          <>
            <ButtonLink icon={TextSearch} href={`/p/${project.slug}/logs`}>
              Query logs
            </ButtonLink>
            <ButtonLink icon={ChartLine} href={`/p/${project.slug}/metrics`}>
              Query metrics
            </ButtonLink>
            {add}
          </>
        }
      />
      <div className="border-t border-line2" />
      <CountsStrip
        label="Clusters by state"
        cells={fleetCells(counts.data?.counts)}
        value={filter}
        onChange={setFilter}
      />
      <DataTable
        label={`Clusters of ${project.name}`}
        columns={fleetColumns(now).filter((column) => column.id !== 'project')}
        rows={list.data?.pages.flatMap((page) => page.rows) ?? []}
        row={{
          key: (row) => row.id,
          href: (row) => `/clusters/${row.id}`,
          tone: (row) => (row.reachable.status === 'False' ? 'error' : undefined),
          below: (row) => (row.reachable.status === 'False' ? <FleetRowNote row={row} now={now} /> : null),
          phone: (row) => <FleetPhoneRow row={row} now={now} />,
        }}
        paging={{
          hasMore: list.hasNextPage,
          loading: list.isFetchingNextPage,
          loadMore: () => void list.fetchNextPage(),
        }}
        empty={
          failure ? (
            <ErrorState
              title="The clusters could not be loaded"
              {...failure}
              onRetry={() => list.refetch()}
              retrying={list.isFetching}
            />
          ) : list.isPending ? (
            <LoadingRows awaiting="the clusters of this project" />
          ) : filter !== 'all' ? (
            <EmptyState title="No cluster is in this state" why="Choose “All clusters” above to see the rest." />
          ) : (
            <EmptyState
              title="This project has no cluster yet"
              why={
                project.canManageClusters
                  ? 'Register one with its kubeconfig; its logs and metrics arrive within a minute.'
                  : 'An owner or editor can register one; then its logs and metrics appear here.'
              }
              action={add}
            />
          )
        }
      />
    </>
  );
}
