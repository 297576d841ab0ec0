'use client';
import { useQuery } from '@tanstack/react-query';
import { ExternalLink, Maximize2, RefreshCw } from 'lucide-react';
import { useRef } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { Note } from '@/ui/note.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { providedTitles } from '../provided-titles.ts';
import { useDashboardAddress } from './use-dashboard-address.ts';
import { type DashboardsOf, useDashboardFrame } from './use-dashboard-frame.ts';
import { VariableSelect } from './variable-select.tsx';

type DashboardPageProps = {
  of: DashboardsOf;
  /** What stands before a dashboard's uid in the address, without a trailing slash. */
  base: string;
  list: { label: string; href: string };
};

/** One dashboard of Grafana's, in step with the page: range, variables and theme. */
export function DashboardPage({ of, base, list }: DashboardPageProps) {
  const { uid, shared, follow, setVariable } = useDashboardAddress(base);
  const trpc = useTRPC();
  const project = of === 'all' ? undefined : of.project;
  const known = useQuery(
    trpc.dashboards.get.queryOptions({ project: project ?? '', uid }, { enabled: project !== undefined }),
  );
  const variables = known.data?.variables ?? null;
  const { frame, src, title, loaded, silent, failure, opening, onLoad, retry, openInGrafana } = useDashboardFrame({
    of,
    uid,
    shared,
    bare: variables !== null,
    ready: project === undefined || !known.isPending,
    onMove: follow,
  });
  const box = useRef<HTMLDivElement>(null);
  const shownTitle = title ?? providedTitles[uid] ?? 'Dashboard';
  return (
    <>
      <PageHeader
        title={shownTitle}
        crumbs={[list]}
        actions={
          <>
            <Button icon={Maximize2} onClick={() => box.current?.requestFullscreen()}>
              Full screen
            </Button>
            <Button icon={ExternalLink} onClick={openInGrafana}>
              Open in Grafana
            </Button>
          </>
        }
      />
      {project !== undefined && variables !== null && variables.length > 0 && (
        <search
          aria-label="Variables of the dashboard"
          className="flex min-h-12 shrink-0 flex-wrap items-center gap-2 border-t border-line2 px-5 py-2 phone:px-4"
        >
          {variables.map((variable) => (
            <VariableSelect
              key={variable.name}
              project={project}
              variable={variable}
              shared={shared}
              onChange={setVariable}
            />
          ))}
        </search>
      )}
      {silent && (
        <Note
          title="The dashboard does not answer"
          action={
            <Button size="small" icon={RefreshCw} onClick={retry}>
              Load again
            </Button>
          }
        >
          if its frame says why, follow that. If the frame is blank, this browser keeps cookies back in frames: open it
          in Grafana instead.
        </Note>
      )}
      <div
        ref={box}
        className="relative flex min-h-[480px] flex-1 flex-col border-t border-line2 bg-canvas phone:min-h-[70dvh]"
      >
        {failure && (
          <ErrorState title="The dashboard could not be opened" {...failure} onRetry={retry} retrying={opening} />
        )}
        {!failure && !loaded && (
          <div className="absolute inset-0 bg-canvas">
            <LoadingRows awaiting="the dashboard" />
          </div>
        )}
        {src !== undefined && (
          <iframe
            key={src}
            ref={frame}
            src={src}
            title={shownTitle}
            onLoad={onLoad}
            allow="fullscreen; clipboard-write"
            className="w-full flex-1 border-0"
          />
        )}
      </div>
    </>
  );
}
