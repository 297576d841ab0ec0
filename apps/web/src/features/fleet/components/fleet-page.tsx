'use client';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTRPC } from '@/trpc.tsx';
import { ButtonLink } from '@/ui/button.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { formatCount, formatPlural } from '@/ui/format/count.ts';
import { formatAge } from '@/ui/format/duration.ts';
import { SearchInput } from '@/ui/input.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedTable } from '@/ui/paged-table.tsx';
import { useNow } from '@/ui/use-now.ts';
import { fleetFilters, fleetSorts } from '../choices.ts';
import { fleetColumns } from './fleet-columns.tsx';
import { FleetCounts } from './fleet-counts.tsx';
import { fleetRow } from './fleet-row.tsx';

const EVERY = 5_000;

/** Which clusters need somebody? Counts filter, the table is paged by the server, worst first. */
export function FleetPage({ canAdd }: { canAdd: boolean }) {
  const trpc = useTRPC();
  const now = useNow();
  const [filter, setFilter] = useQueryState('filter', parseAsStringLiteral(fleetFilters).withDefault('all'));
  const [sort, setSort] = useQueryState('sort', parseAsStringLiteral(fleetSorts).withDefault('attention'));
  const [descending, setDescending] = useQueryState('desc', parseAsBoolean.withDefault(false));
  const [search, setSearch] = useQueryState('search', parseAsString.withDefault('').withOptions({ throttleMs: 250 }));
  const [project] = useQueryState('project', parseAsString);
  const narrowing = { ...(search ? { search } : {}), ...(project ? { project } : {}) };

  const counts = useQuery(
    trpc.fleet.counts.queryOptions(narrowing, { refetchInterval: EVERY, placeholderData: keepPreviousData }),
  );
  const list = useInfiniteQuery(
    trpc.fleet.list.infiniteQueryOptions(
      { ...narrowing, filter, sort, descending },
      { getNextPageParam: (page) => page.nextCursor, refetchInterval: EVERY, placeholderData: keepPreviousData },
    ),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const at = list.data?.pages.at(-1)?.at;

  return (
    <>
      <PageHeader
        title="Fleet"
        about={counts.data && `Every registered cluster, on ${formatPlural(counts.data.seeds, 'seed')}`}
        actions={
          canAdd && (
            <ButtonLink variant="primary" icon={Plus} href="/clusters/new">
              Add cluster
            </ButtonLink>
          )
        }
      />
      <FleetCounts query={counts} value={filter} onChange={setFilter} />
      <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 px-5 py-2 phone:px-4">
        <SearchInput
          label="Name, region or project"
          placeholder="Name, region or project"
          shortcut="/"
          value={search}
          onChange={(event) => setSearch(event.target.value || null)}
          className="w-64 phone:w-full"
        />
        <span className="tnum ml-auto text-small text-ink3">
          {at !== undefined &&
            `${formatCount(rows.length)} of ${formatCount(total)}, ${formatAge(new Date(at), Math.max(now, Date.parse(at)))}`}
        </span>
      </div>
      <PagedTable
        list={list}
        what="clusters"
        total={total}
        label="Clusters"
        columns={fleetColumns(now)}
        rows={rows}
        row={fleetRow(now)}
        sorting={{
          sort: sort === 'attention' ? undefined : { by: sort, descending },
          onSort: (next) => {
            void setSort(fleetSorts.find((known) => known === next.by) ?? null);
            void setDescending(next.descending || null);
          },
        }}
        empty={<NoClusters narrowed={filter !== 'all' || search !== ''} canAdd={canAdd} />}
      />
    </>
  );
}

function NoClusters({ narrowed, canAdd }: { narrowed: boolean; canAdd: boolean }) {
  if (narrowed) {
    return (
      <EmptyState
        title="No cluster matches"
        why="No registered cluster is in this state or has this name, region or project."
        action={<ButtonLink href="/fleet">Show all clusters</ButtonLink>}
      />
    );
  }
  return (
    <EmptyState
      title="No cluster is registered yet"
      why={
        canAdd
          ? 'Register a cluster with its kubeconfig; its logs and metrics arrive within a minute.'
          : 'An owner or editor of your project can register one with its kubeconfig.'
      }
      action={
        canAdd && (
          <ButtonLink variant="primary" icon={Plus} href="/clusters/new">
            Add cluster
          </ButtonLink>
        )
      }
    />
  );
}
