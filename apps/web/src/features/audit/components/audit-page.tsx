'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Download, ShieldCheck } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import { lazy, useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { LazyOverlay } from '@/ui/lazy-popup.tsx';
import { Menu, MenuItem } from '@/ui/menu.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { PagedTable } from '@/ui/paged-table.tsx';
import { useZone } from '@/ui/time/zone.tsx';
import { useNow } from '@/ui/use-now.ts';
import { AuditPhoneRow, auditColumns } from './audit-columns.tsx';
import { AuditToolbar } from './audit-toolbar.tsx';
import { ChosenEntry } from './chosen-entry.tsx';
import { useAuditFilter } from './use-audit-filter.ts';

const load = () => import('./verify-dialog.tsx');
const VerifyDialog = lazy(load);

/** Who did what, and from where? Of one project, or of everything. */
export function AuditPage({ project }: { project?: { slug: string; name: string } }) {
  const trpc = useTRPC();
  const { zone } = useZone();
  const now = useNow();
  const filter = useAuditFilter();
  const [chosen, choose] = useQueryState('entry', parseAsString.withOptions({ history: 'push' }));
  const [verifying, setVerifying] = useState(false);
  const { project: otherProject, ...asked } = filter.asked;
  const paging = { getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor };
  const ofProject = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(
      { project: project?.slug ?? '', ...asked },
      { ...paging, enabled: project !== undefined },
    ),
  );
  const ofAll = useInfiniteQuery(
    trpc.audit.listAll.infiniteQueryOptions(filter.asked, { ...paging, enabled: project === undefined }),
  );
  const list = project === undefined ? ofAll : ofProject;
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const path = project === undefined ? '/api/v1/audit/export' : `/api/v1/projects/${project.slug}/audit/export`;
  const exportAs = (format: string) =>
    `${path}?${new URLSearchParams({ format, ...(project === undefined ? filter.asked : asked) })}`;
  return (
    <>
      <PageHeader
        title="Audit log"
        about={project === undefined ? 'Every change, by whom and from where' : `Every change in ${project.name}`}
        actions={
          <>
            {project === undefined && (
              <Button icon={ShieldCheck} onPointerEnter={load} onClick={() => setVerifying(true)}>
                Verify
              </Button>
            )}
            <Menu align="end" trigger={<Button icon={Download}>Export</Button>}>
              <MenuItem onSelect={() => window.location.assign(exportAs('jsonl'))}>As JSON lines</MenuItem>
              <MenuItem onSelect={() => window.location.assign(exportAs('csv'))}>As CSV</MenuItem>
            </Menu>
            <CopyAsCurl request={() => ({ method: 'GET', path: exportAs('jsonl') })} />
          </>
        }
      />
      <AuditToolbar filter={filter} ofProject={project !== undefined} />
      <PagedTable
        list={list}
        what="audit log"
        label="Audit log"
        columns={auditColumns({ zone, now, withProject: project === undefined, choose })}
        rows={rows}
        row={{
          key: (row) => row.id,
          phone: (row) => <AuditPhoneRow row={row} zone={zone} now={now} choose={choose} />,
        }}
        empty={
          filter.active > 0 ? (
            <EmptyState
              title="No entry fits these filters"
              why="All of them have to fit; take one away to see more."
              action={<Button onClick={filter.clear}>Clear filters</Button>}
            />
          ) : (
            <EmptyState title="Nothing was done yet" why="Every change stands here from the moment it is made." />
          )
        }
      />
      <ChosenEntry id={chosen} rows={rows} project={project?.slug} onClose={() => choose(null)} />
      <LazyOverlay trigger={undefined} open={verifying} onOpenChange={setVerifying} preload={load}>
        {() => <VerifyDialog open={verifying} onOpenChange={setVerifying} />}
      </LazyOverlay>
    </>
  );
}
