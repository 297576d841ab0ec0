'use client';
import { Bot } from 'lucide-react';
import { lazy, type ReactNode, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { ConfirmDelete } from '@/ui/confirm-delete.tsx';
import { DataTable } from '@/ui/data-table.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { LazyOverlay } from '@/ui/lazy-popup.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { type TabLink, TabLinks } from '@/ui/tabs.tsx';
import { toastDone, toastError } from '@/ui/toast.ts';
import { useNow } from '@/ui/use-now.ts';
import type { ServiceAccountRow } from '../output.ts';
import { AccountPhoneRow, accountColumns } from './account-columns.tsx';
import type { Accounts } from './use-accounts.ts';

const load = () => import('./create-account.tsx');
const CreateAccount = lazy(load);

type AccountsTableProps = {
  title: string;
  tabs: readonly TabLink[];
  current: string;
  accounts: Accounts;
  platform: boolean;
  /** The dialog with one account's tokens. */
  tokens: (account: ServiceAccountRow, onClose: () => void) => ReactNode;
};

/** Which programs may act here, and when did each last do so? */
export function AccountsTable({ title, tabs, current, accounts, platform, tokens }: AccountsTableProps) {
  const now = useNow(10_000);
  const [creating, setCreating] = useState(false);
  const [opened, setOpened] = useState<ServiceAccountRow | null>(null);
  const [deleting, setDeleting] = useState<ServiceAccountRow | null>(null);
  const [refusal, setRefusal] = useState<string>();
  const { list } = accounts;
  const failure = failureOf(list.error);
  const view = {
    now,
    inProject: !platform,
    actions: {
      tokens: setOpened,
      setEnabled: (row: ServiceAccountRow, enabled: boolean) =>
        void accounts.setEnabled(row.id, enabled).then(
          () =>
            toastDone(enabled ? `${row.name} may act again` : `${row.name} is refused from now on`, () =>
              accounts.setEnabled(row.id, !enabled),
            ),
          (error) => toastError(failureOf(error)?.message ?? 'The change was refused.'),
        ),
      remove: setDeleting,
    },
  };
  const close = () => {
    setDeleting(null);
    setRefusal(undefined);
  };
  const remove = (row: ServiceAccountRow) =>
    void accounts.remove(row.id).then(close, (error) => setRefusal(failureOf(error)?.message ?? 'That was refused.'));
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <Button variant="primary" icon={Bot} onPointerEnter={load} onClick={() => setCreating(true)}>
            Create service account
          </Button>
        }
      />
      <TabLinks label="Access" links={tabs} current={current} />
      <DataTable
        label="Service accounts"
        columns={accountColumns(view)}
        rows={list.data?.pages.flatMap(({ serviceAccounts }) => serviceAccounts) ?? []}
        row={{ key: (row) => row.id, phone: (row) => <AccountPhoneRow row={row} {...view} /> }}
        paging={{
          hasMore: list.hasNextPage,
          loading: list.isFetchingNextPage,
          loadMore: () => void list.fetchNextPage(),
        }}
        empty={
          failure ? (
            <ErrorState
              title="The service accounts could not be loaded"
              {...failure}
              onRetry={() => list.refetch()}
              retrying={list.isFetching}
            />
          ) : list.isPending ? (
            <LoadingRows rows={3} awaiting="the service accounts" />
          ) : (
            <EmptyState
              title="There is no service account"
              why="A service account lets a program act with a role of its own, and goes on when people leave."
            />
          )
        }
      />
      <LazyOverlay trigger={undefined} open={creating} onOpenChange={undefined} preload={load}>
        {() =>
          creating && (
            <CreateAccount
              platform={platform}
              onCreate={accounts.create}
              onCreated={(account) => {
                setCreating(false);
                setOpened(account);
              }}
              onClose={() => setCreating(false)}
            />
          )
        }
      </LazyOverlay>
      {opened !== null && tokens(opened, () => setOpened(null))}
      {deleting !== null && (
        <ConfirmDelete
          open
          onOpenChange={close}
          action="Delete"
          name={deleting.name}
          onConfirm={() => remove(deleting)}
          {...(refusal === undefined ? {} : { error: refusal })}
        >
          Its tokens stop working at once, and its roles go with it. The audit log keeps what it did.
        </ConfirmDelete>
      )}
    </>
  );
}
