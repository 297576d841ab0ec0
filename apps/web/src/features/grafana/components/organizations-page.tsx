'use client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleX, Layers, LoaderCircle, RefreshCw } from 'lucide-react';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useTRPC } from '@/trpc.tsx';
import { StatusBadge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { CountsStrip } from '@/ui/counts-strip.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { SearchInput } from '@/ui/input.tsx';
import { Note } from '@/ui/note.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedTable } from '@/ui/paged-table.tsx';
import { TabLinks } from '@/ui/tabs.tsx';
import { useZone } from '@/ui/time/zone.tsx';
import { toastError } from '@/ui/toast.ts';
import { grafanaTabs } from '../grafana-tabs.ts';
import type { GrafanaStatus } from '../output.ts';
import { OrganizationPhoneRow, organizationColumns } from './organization-columns.tsx';

const states = ['in_step', 'pending', 'failed'] as const;

/** Is Grafana up, and is each project's organization in step with Oriel? */
export function OrganizationsPage() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { zone } = useZone();
  const [{ search, state }, set] = useQueryStates({
    search: parseAsString.withDefault(''),
    state: parseAsStringLiteral(states),
  });
  const list = useInfiniteQuery(
    trpc.grafana.status.infiniteQueryOptions(
      { ...(search && { search }), ...(state && { state }) },
      { getNextPageParam: (page) => page.nextCursor, refetchInterval: 10_000 },
    ),
  );
  const [first] = list.data?.pages ?? [];
  const rows = list.data?.pages.flatMap((page) => page.organizations) ?? [];
  const again = useMutation(
    trpc.grafana.syncAgain.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.grafana.status.pathFilter()),
      onError: (error) => toastError(failureOf(error)?.message ?? 'Grafana could not be compared again.'),
    }),
  );
  const request = { method: 'POST', path: '/api/v1/grafana/sync', body: {} } as const;
  return (
    <>
      <PageHeader
        title="Grafana"
        badges={<Health status={first} />}
        about="An organization per project, kept in step by the worker"
        actions={
          <>
            <CopyAsCurl request={request} />
            <Button icon={RefreshCw} onClick={() => again.mutate({})} pending={again.isPending}>
              Compare all again
            </Button>
          </>
        }
      />
      <TabLinks label="Grafana" links={grafanaTabs} current="/admin/grafana/organizations" />
      {first?.grafana && !first.grafana.ok && (
        <Note status="error" title="Grafana is not in use">
          {first.grafana.message}
        </Note>
      )}
      <Counts status={first} value={state ?? 'all'} onChange={(id) => set({ state: id === 'all' ? null : id })} />
      <div className="flex min-h-12 shrink-0 items-center gap-2 px-5 py-2 phone:px-4">
        <SearchInput
          label="Name"
          placeholder="Name"
          shortcut="/"
          value={search}
          onChange={(event) => set({ search: event.target.value || null })}
          className="w-64 phone:flex-1"
        />
      </div>
      <PagedTable
        label="Organizations"
        what="organizations"
        list={list}
        columns={organizationColumns(zone, (organizationId) => again.mutate({ organizationId }))}
        rows={rows}
        row={{ key: (row) => row.id, phone: (row) => <OrganizationPhoneRow row={row} zone={zone} /> }}
        empty={
          <EmptyState
            title="No organization fits"
            why="Each project has one, and there is one over all projects; filters may hide them."
            action={<Button onClick={() => set({ search: null, state: null })}>Show all</Button>}
          />
        }
      />
    </>
  );
}

function Health({ status }: { status: GrafanaStatus | undefined }) {
  if (status === undefined) return null;
  const { grafana } = status;
  if (grafana === null) return <StatusBadge status="unknown" label="Not looked at yet" />;
  if (!grafana.configured) return <StatusBadge status="off" label="Not installed" />;
  const version = grafana.version === null ? {} : { fact: grafana.version };
  return <StatusBadge status={grafana.ok ? 'ok' : 'unreachable'} label={grafana.ok ? 'Up' : 'Down'} {...version} />;
}

type CountsProps = {
  status: GrafanaStatus | undefined;
  value: 'all' | (typeof states)[number];
  onChange: (id: 'all' | (typeof states)[number]) => void;
};

function Counts({ status, value, onChange }: CountsProps) {
  const counts = status?.counts;
  return (
    <CountsStrip
      label="Organizations by state"
      value={value}
      onChange={onChange}
      cells={[
        { id: 'all', label: 'All', count: counts?.all, icon: Layers },
        { id: 'in_step', label: 'In step', count: counts?.inStep, icon: CircleCheck, tone: 'ok' },
        { id: 'pending', label: 'Changing', count: counts?.pending, icon: LoaderCircle, tone: 'accent' },
        { id: 'failed', label: 'Failed', count: counts?.failed, icon: CircleX, tone: 'error' },
      ]}
    />
  );
}
