'use client';
import { useQuery } from '@tanstack/react-query';
import { ExternalLink, Plus } from 'lucide-react';
import { parseAsString, useQueryStates } from 'nuqs';
import type { ReactNode } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { DataTable } from '@/ui/data-table.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatPlural } from '@/ui/format/count.ts';
import { SearchInput } from '@/ui/input.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { Note } from '@/ui/note.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Select } from '@/ui/select.tsx';
import { chosenDashboards } from '../choose.ts';
import { DashboardPhoneRow, dashboardColumns } from './dashboard-columns.tsx';
import { type DashboardsOf, useOpenInTab } from './use-dashboard-frame.ts';

type DashboardsPageProps = {
  of: DashboardsOf;
  base: string;
  title: string;
  about: string;
  /** Between the header and the list. */
  tabs?: ReactNode;
};

/** Which dashboards are there? */
export function DashboardsPage({ of, base, title, about, tabs }: DashboardsPageProps) {
  const trpc = useTRPC();
  const [{ q, folder }, set] = useQueryStates({ q: parseAsString.withDefault(''), folder: parseAsString });
  const ofProject = useQuery(
    trpc.dashboards.list.queryOptions({ project: of === 'all' ? '' : of.project }, { enabled: of !== 'all' }),
  );
  const ofAll = useQuery(trpc.dashboards.listAll.queryOptions(undefined, { enabled: of === 'all' }));
  const list = of === 'all' ? ofAll : ofProject;
  const items = list.data?.items ?? [];
  const folders = [...new Set(items.map((row) => row.folder))].sort();
  const rows = chosenDashboards(items, { search: q, folder });
  const failure = failureOf(list.error);
  const openGrafana = useOpenInTab(of, () => '/dashboards');
  const openNew = useOpenInTab(of, () => '/dashboard/new');
  return (
    <>
      <PageHeader
        title={title}
        about={about}
        actions={
          <>
            <Button icon={ExternalLink} onClick={openGrafana}>
              Open Grafana
            </Button>
            {list.data?.canEdit && (
              <Button variant="primary" icon={Plus} onClick={openNew}>
                New dashboard
              </Button>
            )}
          </>
        }
      />
      {tabs}
      {list.data?.missing && (
        <Note
          title="Dashboards made in Grafana are not shown"
          action={
            <Button size="small" onClick={() => list.refetch()} pending={list.isFetching}>
              Look again
            </Button>
          }
        >
          {list.data.missing}
        </Note>
      )}
      <search
        aria-label="Filter the dashboards"
        className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 border-t border-line2 px-5 py-2 phone:px-4"
      >
        <SearchInput
          label="Title or tag"
          placeholder="Title or tag"
          shortcut="/"
          value={q}
          onChange={(event) => set({ q: event.target.value || null })}
          className="w-64 phone:flex-1"
        />
        <Select
          look="filter"
          label="Folder"
          options={[{ value: '', label: 'all' }, ...folders.map((name) => ({ value: name, label: name }))]}
          value={folder ?? ''}
          onChange={(value) => set({ folder: value || null })}
        />
        <span className="ml-auto text-small text-ink3">{list.data && formatPlural(rows.length, 'dashboard')}</span>
      </search>
      <DataTable
        label={title}
        columns={dashboardColumns(base)}
        rows={rows}
        row={{
          key: (row) => row.uid,
          href: (row) => `${base}/${row.uid}`,
          phone: (row) => <DashboardPhoneRow row={row} base={base} />,
        }}
        empty={
          failure ? (
            <ErrorState
              title="The dashboards could not be listed"
              {...failure}
              onRetry={() => list.refetch()}
              retrying={list.isFetching}
            />
          ) : list.isPending ? (
            <LoadingRows awaiting="the dashboards" />
          ) : (
            <EmptyState
              title="No dashboard fits"
              why="Search looks at titles and tags, within the folder that is chosen."
              action={<Button onClick={() => set({ q: null, folder: null })}>Show all</Button>}
            />
          )
        }
      />
    </>
  );
}
