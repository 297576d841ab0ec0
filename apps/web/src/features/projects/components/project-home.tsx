'use client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ChartLine, Plus, TextSearch } from 'lucide-react';
import { fleetColumns } from '@/features/fleet/components/fleet-columns.tsx';
import { FleetCounts } from '@/features/fleet/components/fleet-counts.tsx';
import { fleetRow } from '@/features/fleet/components/fleet-row.tsx';
import { useTRPC } from '@/trpc.tsx';
import { ButtonLink } from '@/ui/button.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedTable } from '@/ui/paged-table.tsx';
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
      <FleetCounts query={counts} value={filter} onChange={setFilter} />
      <PagedTable
        list={list}
        what="clusters"
        label={`Clusters of ${project.name}`}
        columns={fleetColumns(now).filter((column) => column.id !== 'project')}
        rows={list.data?.pages.flatMap((page) => page.rows) ?? []}
        row={fleetRow(now)}
        empty={
          filter !== 'all' ? (
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
