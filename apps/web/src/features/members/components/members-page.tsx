'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
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
import { TabLinks } from '@/ui/tabs.tsx';
import { useZone } from '@/ui/time/zone.tsx';
import { memberTabs } from '../member-tabs.ts';
import type { MemberRow } from '../output.ts';
import { MemberPhoneRow, memberColumns } from './member-columns.tsx';
import { subjectName } from './subject-cell.tsx';
import { useMemberActions } from './use-member-actions.ts';

const load = () => import('./add-member.tsx');
const loadChange = () => import('./change-member.tsx');
const loadLink = () => import('./one-time-link.tsx');
const AddMember = lazy(load);
const ChangeMember = lazy(loadChange);
const OneTimeLink = lazy(loadLink);

/** Who can see this project, or a part of it, and who may change it? */
export function MembersPage({ project }: { project: { slug: string; name: string } }) {
  const trpc = useTRPC();
  const { zone } = useZone();
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<MemberRow | null>(null);
  const list = useInfiniteQuery(
    trpc.members.list.infiniteQueryOptions(
      { project: project.slug, limit: 100 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const [first] = list.data?.pages ?? [];
  const failure = failureOf(list.error);
  const { remove, newLink, link, forgetLink } = useMemberActions(project.slug);
  const canManage = first?.canManage ?? false;
  const actions = canManage ? { change: setChanging, newLink, remove } : undefined;
  return (
    <>
      <PageHeader
        title="Members"
        about={first && `${formatPlural(first.total, 'role')} in ${project.name}`}
        actions={
          canManage && (
            <Button variant="primary" icon={UserPlus} onPointerEnter={load} onClick={() => setAdding(true)}>
              Add member
            </Button>
          )
        }
      />
      {canManage && <TabLinks label="Access" links={memberTabs(project.slug)} current={`/p/${project.slug}/members`} />}
      <DataTable
        label="Members"
        columns={memberColumns(zone, actions)}
        rows={list.data?.pages.flatMap(({ members }) => members) ?? []}
        row={{ key: (row) => row.id, phone: (row) => <MemberPhoneRow member={row} actions={actions} /> }}
        paging={{
          hasMore: list.hasNextPage,
          loading: list.isFetchingNextPage,
          loadMore: () => void list.fetchNextPage(),
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
      <LazyOverlay trigger={undefined} open={changing !== null} onOpenChange={undefined} preload={loadChange}>
        {() =>
          changing && (
            <ChangeMember
              key={changing.id}
              project={project.slug}
              member={changing}
              onClose={() => setChanging(null)}
            />
          )
        }
      </LazyOverlay>
      <LazyOverlay trigger={undefined} open={link !== null} onOpenChange={undefined} preload={loadLink}>
        {() =>
          link && (
            <OneTimeLink
              title={`New link for ${subjectName(link.member.subject)}`}
              validFor="7 days"
              link={link.link}
              open
              onOpenChange={forgetLink}
            />
          )
        }
      </LazyOverlay>
    </>
  );
}
