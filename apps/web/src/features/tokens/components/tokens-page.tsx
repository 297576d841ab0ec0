'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { lazy, useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { DataTable } from '@/ui/data-table.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { LazyOverlay } from '@/ui/lazy-popup.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { TabLinks } from '@/ui/tabs.tsx';
import { toastDone, toastError } from '@/ui/toast.ts';
import { useNow } from '@/ui/use-now.ts';
import { settingsTabs } from '../../account/settings-tabs.ts';
import type { TokenRow } from '../output.ts';
import { TokenPhoneRow, tokenColumns } from './token-columns.tsx';

const load = () => import('./create-token.tsx');
const loadRotate = () => import('./rotate-token.tsx');
const CreateToken = lazy(load);
const RotateToken = lazy(loadRotate);

type TokensPageProps = { projects: readonly { slug: string; name: string }[]; isAdmin: boolean };

/** Which programs may act for me, and for how long? */
export function TokensPage({ projects, isAdmin }: TokensPageProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const now = useNow(10_000);
  const [creating, setCreating] = useState(false);
  const [rotating, setRotating] = useState<TokenRow | null>(null);
  const list = useQuery(trpc.tokens.list.queryOptions());
  const failure = failureOf(list.error);
  const settled = { onSettled: () => queries.invalidateQueries(trpc.tokens.pathFilter()) };
  const create = useMutation(trpc.tokens.create.mutationOptions(settled));
  const rotate = useMutation(trpc.tokens.rotate.mutationOptions(settled));
  const revoke = useMutation(
    trpc.tokens.revoke.mutationOptions({
      ...settled,
      onSuccess: () => toastDone('Token revoked; programs that use it are refused from now on'),
      onError: (error) => toastError(failureOf(error)?.message ?? 'The token could not be revoked.'),
    }),
  );
  const actions = { rotate: setRotating, revoke: (row: TokenRow) => revoke.mutate({ tokenId: row.id }) };
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
      <TabLinks label="Settings" links={settingsTabs(isAdmin)} current="/settings/tokens" />
      <DataTable
        label="Personal tokens"
        columns={tokenColumns(now, actions)}
        rows={list.data?.tokens ?? []}
        row={{ key: (row) => row.id, phone: (row) => <TokenPhoneRow row={row} now={now} actions={actions} /> }}
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
      <LazyOverlay trigger={undefined} open={creating} onOpenChange={undefined} preload={load}>
        {() =>
          creating && (
            <CreateToken
              title="Create token"
              about="It can do what you can do, at most; it stops when you lose a right."
              projects={projects}
              onCreate={(input) => create.mutateAsync(input)}
              onClose={() => setCreating(false)}
            />
          )
        }
      </LazyOverlay>
      <LazyOverlay trigger={undefined} open={rotating !== null} onOpenChange={undefined} preload={loadRotate}>
        {() =>
          rotating && (
            <RotateToken
              token={rotating}
              onRotate={(overlapDays) => rotate.mutateAsync({ tokenId: rotating.id, overlapDays })}
              onClose={() => setRotating(null)}
            />
          )
        }
      </LazyOverlay>
    </>
  );
}
