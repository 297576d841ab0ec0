'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Trash2 } from 'lucide-react';
import { lazy, useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { DataTable } from '@/ui/data-table.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatAge, formatDuration } from '@/ui/format/duration.ts';
import { IconButton } from '@/ui/icon-button.tsx';
import { LazyOverlay } from '@/ui/lazy-popup.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import type { Column } from '@/ui/table/types.ts';
import { TabLinks } from '@/ui/tabs.tsx';
import { toastDone, toastError } from '@/ui/toast.ts';
import { useNow } from '@/ui/use-now.ts';
import { settingsTabs } from '../../account/settings-tabs.ts';
import type { TokenRow } from '../output.ts';

const load = () => import('./create-token.tsx');
const CreateToken = lazy(load);

/** Which programs may act for me, and for how long? */
export function TokensPage({ projects }: { projects: readonly { slug: string; name: string }[] }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const now = useNow(10_000);
  const [creating, setCreating] = useState(false);
  const list = useQuery(trpc.tokens.list.queryOptions());
  const failure = failureOf(list.error);
  const revoke = useMutation(
    trpc.tokens.revoke.mutationOptions({
      onSuccess: () => toastDone('Token revoked; programs that use it are refused from now on'),
      onError: (error) => toastError(failureOf(error)?.message ?? 'The token could not be revoked.'),
      onSettled: () => queries.invalidateQueries(trpc.tokens.pathFilter()),
    }),
  );
  return (
    <>
      <PageHeader
        title="Settings"
        actions={
          <Button variant="primary" icon={KeyRound} onPointerEnter={load} onClick={() => setCreating(true)}>
            Create token
          </Button>
        }
      />
      <TabLinks label="Settings" links={settingsTabs} current="/settings/tokens" />
      <DataTable
        label="Personal tokens"
        columns={columns(now, (row) => revoke.mutate({ tokenId: row.id }))}
        rows={list.data?.tokens ?? []}
        row={{
          key: (row) => row.id,
          phone: (row) => <PhoneRow row={row} now={now} onRevoke={() => revoke.mutate({ tokenId: row.id })} />,
        }}
        empty={
          failure ? (
            <ErrorState
              title="Your tokens could not be loaded"
              {...failure}
              onRetry={() => list.refetch()}
              retrying={list.isFetching}
            />
          ) : list.isPending ? (
            <LoadingRows rows={3} awaiting="your tokens" />
          ) : (
            <EmptyState
              title="You have no token"
              why="A token lets logcli, promtool, curl or your own programs read what you may read, without your password."
            />
          )
        }
      />
      <LazyOverlay trigger={undefined} open={creating} onOpenChange={setCreating} preload={load}>
        {() => <CreateToken projects={projects} open={creating} onOpenChange={setCreating} />}
      </LazyOverlay>
    </>
  );
}

function columns(now: number, revoke: (row: TokenRow) => void): Column<TokenRow>[] {
  return [
    {
      id: 'name',
      head: 'Token',
      width: 'minmax(160px,1.4fr)',
      rowHeader: true,
      cell: (row) => <span className="truncate font-semibold">{row.name}</span>,
    },
    { id: 'prefix', head: 'Begins with', width: '160px', cell: (row) => <span className="mono">{row.prefix}…</span> },
    {
      id: 'scope',
      head: 'Reaches',
      width: 'minmax(130px,1fr)',
      cell: (row) => <span className="truncate">{row.project?.name ?? 'All your projects'}</span>,
    },
    { id: 'rights', head: 'May', width: '120px', cell: (row) => (row.readOnly ? 'read' : 'read and change') },
    { id: 'used', head: 'Last used', width: '130px', numeric: true, cell: (row) => lastUsed(row, now) },
    {
      id: 'expires',
      head: 'Expires in',
      width: '120px',
      numeric: true,
      cell: (row) => formatDuration(Date.parse(row.expiresAt) - now),
    },
    {
      id: 'revoke',
      head: '',
      label: 'Revoke',
      width: '56px',
      align: 'right',
      cell: (row) => <IconButton icon={Trash2} label={`Revoke ${row.name}`} size="small" onClick={() => revoke(row)} />,
    },
  ];
}

function PhoneRow({ row, now, onRevoke }: { row: TokenRow; now: number; onRevoke: () => void }) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="truncate font-semibold">{row.name}</span>
        <span className="mono truncate text-ink3">{row.prefix}…</span>
        <span className="text-small text-ink3">
          {lastUsed(row, now)} · expires in {formatDuration(Date.parse(row.expiresAt) - now)}
        </span>
      </div>
      <IconButton icon={Trash2} label={`Revoke ${row.name}`} onClick={onRevoke} />
    </div>
  );
}

function lastUsed(row: TokenRow, now: number): string {
  return row.lastUsedAt === null
    ? 'never used'
    : formatAge(new Date(row.lastUsedAt), Math.max(now, Date.parse(row.lastUsedAt)));
}
