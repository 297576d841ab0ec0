'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc.tsx';
import { DataTable } from '@/ui/data-table.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatCount } from '@/ui/format/count.ts';
import { formatAge } from '@/ui/format/duration.ts';
import { formatByteRate } from '@/ui/format/rate.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { NeverSeen } from '@/ui/stale-value.tsx';
import { StatusValue } from '@/ui/status-value.tsx';
import type { Column } from '@/ui/table/types.ts';
import { useNow } from '@/ui/use-now.ts';
import type { SeedRow } from '../output.ts';

/** Do the stores take and answer? */
export function SeedsPage() {
  const trpc = useTRPC();
  const now = useNow();
  const query = useQuery(trpc.seeds.list.queryOptions(undefined, { refetchInterval: 10_000 }));
  const failure = failureOf(query.error);
  return (
    <>
      <PageHeader title="Seeds" about="Where logs and metrics are stored, close to their clusters" />
      <DataTable
        label="Seeds"
        columns={columns(now)}
        rows={query.data?.seeds ?? []}
        row={{
          key: (row) => row.id,
          tone: (row) => (broken(row) ? 'error' : undefined),
          below: brokenNote,
          phone: (row) => <PhoneRow row={row} />,
        }}
        empty={
          failure ? (
            <ErrorState
              title="The seeds could not be loaded"
              {...failure}
              onRetry={() => query.refetch()}
              retrying={query.isFetching}
            />
          ) : query.isPending ? (
            <LoadingRows awaiting="the list of seeds" />
          ) : (
            <EmptyState
              title="No seed is registered yet"
              why="The embedded seed registers itself when its stores have been built and started; the set-up page shows how far it is."
            />
          )
        }
      />
    </>
  );
}

function broken(row: SeedRow): string | undefined {
  if (row.health === null) return undefined;
  return [row.health.metrics, row.health.logs, row.health.ingest].find((part) => !part.ok)?.message;
}

function brokenNote(row: SeedRow) {
  const message = broken(row);
  return message === undefined ? null : (
    <span className="text-ink2">{message} Agents keep what they cannot deliver and send it later.</span>
  );
}

function Part({ health, part }: { health: SeedRow['health']; part: 'metrics' | 'logs' | 'ingest' }) {
  if (health === null) return <NeverSeen />;
  return <StatusValue status={health[part].ok ? 'ok' : 'error'}>{health[part].ok ? 'Ready' : 'Down'}</StatusValue>;
}

function columns(now: number): Column<SeedRow>[] {
  return [
    {
      id: 'name',
      head: 'Seed',
      width: 'minmax(140px,1.4fr)',
      rowHeader: true,
      cell: (row) => <span className="truncate font-semibold">{row.name}</span>,
    },
    { id: 'region', head: 'Region', width: 'minmax(100px,1fr)', cell: (row) => row.region },
    { id: 'metrics', head: 'Metrics', width: '110px', cell: (row) => <Part health={row.health} part="metrics" /> },
    { id: 'logs', head: 'Logs', width: '110px', cell: (row) => <Part health={row.health} part="logs" /> },
    { id: 'ingest', head: 'Ingest', width: '110px', cell: (row) => <Part health={row.health} part="ingest" /> },
    {
      id: 'clusters',
      head: 'Clusters',
      width: '90px',
      numeric: true,
      align: 'right',
      cell: (row) => formatCount(row.clusters),
    },
    {
      id: 'tenants',
      head: 'Tenants',
      width: '90px',
      numeric: true,
      align: 'right',
      cell: (row) => formatCount(row.tenants),
    },
    {
      id: 'bytes',
      head: 'Log ingest',
      width: '110px',
      numeric: true,
      align: 'right',
      cell: (row) => (row.bytesPerSecond === null ? '–' : formatByteRate(row.bytesPerSecond)),
    },
    {
      id: 'url',
      head: 'Ingest address',
      width: 'minmax(180px,1.4fr)',
      cell: (row) => <span className="mono truncate">{row.ingestUrl}</span>,
    },
    {
      id: 'seen',
      head: 'Looked at',
      width: '110px',
      numeric: true,
      cell: (row) => (row.health === null ? '–' : formatAge(new Date(row.health.at), now)),
    },
  ];
}

function PhoneRow({ row }: { row: SeedRow }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="font-semibold">{row.name}</span>
      <span className="text-small text-ink3">
        {row.region} · {formatCount(row.clusters)} clusters
      </span>
      <span className="grid grid-cols-3 gap-2 text-small">
        <Part health={row.health} part="metrics" />
        <Part health={row.health} part="logs" />
        <Part health={row.health} part="ingest" />
      </span>
    </div>
  );
}
