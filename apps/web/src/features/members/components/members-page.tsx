'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { lazy, useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { DataTable } from '@/ui/data-table.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatPlural } from '@/ui/format/count.ts';
import { LazyOverlay } from '@/ui/lazy-popup.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { useZone } from '@/ui/time/zone.tsx';
import { toastDone, toastError } from '@/ui/toast.ts';
import type { MemberRow } from '../output.ts';
import { MemberPhoneRow, memberColumns } from './member-columns.tsx';

const load = () => import('./add-member.tsx');
const AddMember = lazy(load);

/** Who can see this project, and who may change it? */
export function MembersPage({ project }: { project: { slug: string; name: string } }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { zone } = useZone();
  const [adding, setAdding] = useState(false);
  const list = useQuery(trpc.members.list.queryOptions({ project: project.slug }));
  const failure = failureOf(list.error);
  const settled = {
    onSettled: () => queries.invalidateQueries(trpc.members.pathFilter()),
    onError: (error: unknown) => toastError(failureOf(error)?.message ?? 'The change was refused.'),
  };
  const setRole = useMutation(trpc.members.setRole.mutationOptions(settled));
  const remove = useMutation(trpc.members.remove.mutationOptions(settled));
  const add = useMutation(trpc.members.add.mutationOptions(settled));
  const canManage = list.data?.canManage ?? false;
  const actions = {
    setRole: (member: MemberRow, role: MemberRow['role']) =>
      setRole.mutate(
        { project: project.slug, userId: member.userId, role },
        {
          onSuccess: () =>
            toastDone(`${member.name} is ${role} now`, () =>
              setRole.mutate({ project: project.slug, userId: member.userId, role: member.role }),
            ),
        },
      ),
    remove: (member: MemberRow) =>
      remove.mutate(
        { project: project.slug, userId: member.userId },
        {
          onSuccess: () =>
            toastDone(`${member.name} was removed`, () =>
              add.mutate({ project: project.slug, email: member.email, role: member.role }),
            ),
        },
      ),
  };
  return (
    <>
      <PageHeader
        title="Members"
        about={list.data && `${formatPlural(list.data.members.length, 'person', 'people')} can see ${project.name}`}
        actions={
          canManage && (
            <Button variant="primary" icon={UserPlus} onPointerEnter={load} onClick={() => setAdding(true)}>
              Add member
            </Button>
          )
        }
      />
      <DataTable
        label="Members"
        columns={memberColumns(canManage, zone, actions)}
        rows={list.data?.members ?? []}
        row={{
          key: (row) => row.userId,
          phone: (row) => <MemberPhoneRow member={row} canManage={canManage} actions={actions} />,
        }}
        empty={
          failure ? (
            <ErrorState
              title="The members could not be loaded"
              {...failure}
              onRetry={() => list.refetch()}
              retrying={list.isFetching}
            />
          ) : list.isPending ? (
            <LoadingRows awaiting="the list of members" />
          ) : (
            <EmptyState title="This project has no members" why="Only administrators of the platform can see it." />
          )
        }
      />
      <LazyOverlay trigger={undefined} open={adding} onOpenChange={setAdding} preload={load}>
        {() => <AddMember project={project} open={adding} onOpenChange={setAdding} />}
      </LazyOverlay>
    </>
  );
}
