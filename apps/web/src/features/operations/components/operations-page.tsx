'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '@/trpc.tsx';
import { ButtonLink } from '@/ui/button.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { formatDuration } from '@/ui/format/duration.ts';
import { formatMoment } from '@/ui/format/time.ts';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedTable } from '@/ui/paged-table.tsx';
import type { Column } from '@/ui/table/types.ts';
import { useZone } from '@/ui/time/zone.tsx';
import { useNow } from '@/ui/use-now.ts';
import type { OperationSummary } from '../output.ts';
import { OperationStateValue } from './operation-state.tsx';

/** What is being changed, and did the last changes work? */
export function OperationsPage() {
  const trpc = useTRPC();
  const { zone } = useZone();
  const now = useNow();
  const list = useInfiniteQuery(
    trpc.operations.list.infiniteQueryOptions(
      {},
      { getNextPageParam: (page) => page.nextCursor, refetchInterval: 5_000 },
    ),
  );
  const rows = list.data?.pages.flatMap((page) => page.operations) ?? [];
  return (
    <>
      <PageHeader title="Operations" about="Every change to a cluster, newest first" />
      <PagedTable
        list={list}
        what="operations"
        label="Operations"
        columns={columns(now, zone)}
        rows={rows}
        row={{
          key: (row) => row.id,
          href: (row) => `/operations/${row.id}`,
          tone: (row) => (row.state === 'failed' ? 'error' : undefined),
          phone: (row) => <PhoneRow row={row} when={formatMoment(new Date(row.createdAt), zone, now)} />,
        }}
        empty={
          <EmptyState
            title="Nothing has been changed yet"
            why="Registering a cluster or switching monitoring or logging starts an operation; its steps are kept here."
            action={<ButtonLink href="/fleet">Open the fleet</ButtonLink>}
          />
        }
      />
    </>
  );
}

function columns(now: number, zone: string): Column<OperationSummary>[] {
  return [
    { id: 'id', head: 'Operation', width: '96px', numeric: true, cell: (row) => row.id },
    {
      id: 'title',
      head: 'What',
      width: 'minmax(180px,1.4fr)',
      rowHeader: true,
      cell: (row) => (
        <Link href={`/operations/${row.id}`} className="truncate font-semibold hover:underline">
          {row.title}
        </Link>
      ),
    },
    {
      id: 'cluster',
      head: 'Cluster',
      width: 'minmax(120px,1fr)',
      cell: (row) => <span className="truncate">{row.clusterName}</span>,
    },
    {
      id: 'project',
      head: 'Project',
      width: 'minmax(110px,1fr)',
      cell: (row) => <span className="truncate">{row.project.name}</span>,
    },
    { id: 'state', head: 'State', width: '120px', cell: (row) => <OperationStateValue state={row.state} /> },
    {
      id: 'by',
      head: 'Asked for by',
      width: 'minmax(140px,1fr)',
      cell: (row) => <span className="truncate text-ink2">{row.requestedBy ?? '–'}</span>,
    },
    {
      id: 'at',
      head: 'Started',
      width: '150px',
      numeric: true,
      cell: (row) => formatMoment(new Date(row.createdAt), zone, now),
    },
    {
      id: 'took',
      head: 'Took',
      width: '110px',
      numeric: true,
      cell: (row) =>
        formatDuration(
          Math.max(0, (row.finishedAt === null ? now : Date.parse(row.finishedAt)) - Date.parse(row.createdAt)),
        ),
    },
  ];
}

function PhoneRow({ row, when }: { row: OperationSummary; when: string }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Link href={`/operations/${row.id}`} className="truncate font-semibold">
        {row.title}
      </Link>
      <span className="truncate text-small text-ink3">
        {row.clusterName} · {row.project.name}
      </span>
      <span className="flex items-center justify-between text-small">
        <OperationStateValue state={row.state} />
        <span className="tnum text-ink3">{when}</span>
      </span>
    </div>
  );
}
