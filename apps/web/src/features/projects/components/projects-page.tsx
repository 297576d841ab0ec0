'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FolderPlus } from 'lucide-react';
import Link from 'next/link';
import { parseAsString, useQueryState } from 'nuqs';
import { lazy, useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { DataTable } from '@/ui/data-table.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatCount, formatPlural } from '@/ui/format/count.ts';
import { formatDateTime } from '@/ui/format/time.ts';
import { SearchInput } from '@/ui/input.tsx';
import { LazyOverlay } from '@/ui/lazy-popup.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import type { Column } from '@/ui/table/types.ts';
import { useZone } from '@/ui/time/zone.tsx';
import type { ProjectRow } from '../output.ts';

const load = () => import('./create-project.tsx');
const CreateProject = lazy(load);

/** Which projects are there, and how large are they? */
export function ProjectsPage() {
  const trpc = useTRPC();
  const { zone } = useZone();
  const [creating, setCreating] = useState(false);
  const [search, setSearch] = useQueryState('search', parseAsString.withDefault('').withOptions({ throttleMs: 250 }));
  const list = useQuery(
    trpc.projects.list.queryOptions(
      { limit: 200, ...(search ? { search } : {}) },
      { placeholderData: keepPreviousData },
    ),
  );
  const failure = failureOf(list.error);
  return (
    <>
      <PageHeader
        title="Projects"
        about="Each owns its members and clusters; nobody sees another's data"
        actions={
          <Button variant="primary" icon={FolderPlus} onPointerEnter={load} onClick={() => setCreating(true)}>
            Create project
          </Button>
        }
      />
      <div className="flex min-h-12 shrink-0 items-center gap-2 border-t border-line2 px-5 py-2 phone:px-4">
        <SearchInput
          label="Name"
          placeholder="Name"
          shortcut="/"
          value={search}
          onChange={(event) => setSearch(event.target.value || null)}
          className="w-64 phone:flex-1"
        />
        <span className="ml-auto text-small text-ink3">{list.data && formatPlural(list.data.total, 'project')}</span>
      </div>
      <DataTable
        label="Projects"
        columns={columns(zone)}
        rows={list.data?.projects ?? []}
        row={{ key: (row) => row.id, href: (row) => `/p/${row.slug}`, phone: (row) => <PhoneRow row={row} /> }}
        empty={
          failure ? (
            <ErrorState
              title="The projects could not be loaded"
              {...failure}
              onRetry={() => list.refetch()}
              retrying={list.isFetching}
            />
          ) : list.isPending ? (
            <LoadingRows awaiting="the list of projects" />
          ) : search !== '' ? (
            <EmptyState title="No project has this name" why="Search looks at names and short names." />
          ) : (
            <EmptyState
              title="There is no project yet"
              why="A project owns clusters and members; create one to begin."
            />
          )
        }
      />
      <LazyOverlay trigger={undefined} open={creating} onOpenChange={setCreating} preload={load}>
        {() => <CreateProject open={creating} onOpenChange={setCreating} />}
      </LazyOverlay>
    </>
  );
}

function columns(zone: string): Column<ProjectRow>[] {
  return [
    {
      id: 'name',
      head: 'Project',
      width: 'minmax(180px,1.6fr)',
      rowHeader: true,
      cell: (row) => (
        <Link href={`/p/${row.slug}`} className="truncate font-semibold hover:underline">
          {row.name}
        </Link>
      ),
    },
    {
      id: 'slug',
      head: 'Short name',
      width: 'minmax(140px,1fr)',
      cell: (row) => <span className="mono truncate">{row.slug}</span>,
    },
    {
      id: 'seeds',
      head: 'Seeds',
      width: 'minmax(120px,1fr)',
      cell: (row) => <span className="truncate">{row.seeds.join(', ')}</span>,
    },
    {
      id: 'clusters',
      head: 'Clusters',
      width: '100px',
      numeric: true,
      align: 'right',
      cell: (row) => formatCount(row.clusters),
    },
    {
      id: 'members',
      head: 'Members',
      width: '100px',
      numeric: true,
      align: 'right',
      cell: (row) => (row.members === null ? '' : formatCount(row.members)),
    },
    {
      id: 'created',
      head: 'Created',
      width: '190px',
      numeric: true,
      cell: (row) => formatDateTime(new Date(row.createdAt), zone),
    },
  ];
}

function PhoneRow({ row }: { row: ProjectRow }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Link href={`/p/${row.slug}`} className="truncate font-semibold">
        {row.name}
      </Link>
      <span className="truncate text-small text-ink3">
        {row.slug} · {row.seeds.join(', ')}
      </span>
      <span className="text-small text-ink2">
        {formatPlural(row.clusters, 'cluster')}
        {row.members !== null && `, ${formatPlural(row.members, 'member')}`}
      </span>
    </div>
  );
}
