'use client';
import { useQuery } from '@tanstack/react-query';
import { Power } from 'lucide-react';
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
import { settingRows } from '../setting-rows.ts';
import { PlatformPhoneRow, platformColumns } from './platform-columns.tsx';
import { type Editing, PolicyEditor, startEditing } from './policy-editor.tsx';

const load = () => import('./on-for-new-clusters.tsx');
const OnForNewClusters = lazy(load);

/** What holds across the platform, and where may projects and clusters decide? */
export function PlatformPoliciesPage() {
  const trpc = useTRPC();
  const query = useQuery(trpc.policies.list.queryOptions());
  const [editing, setEditing] = useState<Editing | null>(null);
  const [starting, setStarting] = useState(false);
  const failure = failureOf(query.error);
  const { policies = [], places = [], canManage = false } = query.data ?? {};
  const enforced = policies.filter(({ mode }) => mode === 'enforced').length;
  const edit = (place: Editing['place'], setting: Editing['setting']) => setEditing(startEditing(place, setting));
  return (
    <>
      <PageHeader
        title="Policies"
        about={
          policies.length === 0
            ? 'What holds across the platform'
            : `${formatPlural(policies.length, 'policy', 'policies')}, ${enforced} enforced`
        }
      />
      <div className="border-t border-line2" />
      {query.data && policies.length === 0 && (
        <div className="border-b border-line2">
          <EmptyState
            title="No policy is set"
            why="A policy gives clusters a value: a default that each may change, or an enforced one that none may. Until there is one, each cluster decides for itself."
            action={
              canManage && (
                <Button variant="primary" icon={Power} onPointerEnter={load} onClick={() => setStarting(true)}>
                  On for every new cluster
                </Button>
              )
            }
          />
        </div>
      )}
      <DataTable
        label="Settings by place"
        columns={platformColumns(places, edit)}
        rows={settingRows(places)}
        row={{ key: (row) => row.setting, phone: (row) => <PlatformPhoneRow row={row} edit={edit} /> }}
        empty={
          failure ? (
            <ErrorState
              title="The policies could not be loaded"
              {...failure}
              onRetry={() => query.refetch()}
              retrying={query.isFetching}
            />
          ) : (
            <LoadingRows awaiting="the policies" />
          )
        }
      />
      <p className="shrink-0 border-t border-line1 px-5 py-2.5 text-small text-ink3 phone:px-4">
        An enforced value wins, the platform’s first. Else the default nearest to the cluster: its own choice, its
        project’s, its seed’s, the platform’s, then what is built in.
      </p>
      <PolicyEditor editing={editing} onChange={setEditing} canEnforce={canManage} />
      <LazyOverlay trigger={undefined} open={starting} onOpenChange={setStarting} preload={load}>
        {() => <OnForNewClusters open={starting} onOpenChange={setStarting} />}
      </LazyOverlay>
    </>
  );
}
