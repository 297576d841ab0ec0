'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pane } from '@/ui/pane.tsx';
import { SettingList } from './setting-list.tsx';

/** What does a new cluster of this project get, and who decided that? */
export function ProjectPoliciesPage({ project }: { project: { slug: string; name: string } }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.policies.ofProject.queryOptions({ project: project.slug }));
  const failure = failureOf(query.error);
  const place = { level: 'project', project: project.slug, name: project.name } as const;
  return (
    <>
      <PageHeader
        title="Policies"
        about={`What holds for clusters of ${project.name} that have not chosen themselves`}
      />
      <div className="border-t border-line2" />
      {query.data ? (
        <Pane
          title="For every new cluster"
          aside={query.data.canManage ? undefined : 'Owners of the project can change these'}
        >
          <SettingList
            place={place}
            settings={query.data.forNewClusters}
            exceptions={query.data.exceptions}
            canEnforce={query.data.canManage}
          />
        </Pane>
      ) : failure ? (
        <ErrorState
          title="The policies could not be loaded"
          {...failure}
          onRetry={() => query.refetch()}
          retrying={query.isFetching}
        />
      ) : (
        <LoadingRows awaiting="the policies" />
      )}
    </>
  );
}
