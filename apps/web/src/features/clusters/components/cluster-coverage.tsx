'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc.tsx';
import { ButtonLink } from '@/ui/button.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatAge, formatLag } from '@/ui/format/duration.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { Pane } from '@/ui/pane.tsx';
import type { ClusterDetail, ClusterCoverage as Facts } from '../output.ts';
import { Coverage, type MissingContainer } from './coverage.tsx';

/** A pod younger than this has had no time to write. Milliseconds. */
const young = 2 * 60_000;

/** Does every running container have a stream? */
export function ClusterCoverage({ cluster, now }: { cluster: ClusterDetail; now: number }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.clusters.coverage.queryOptions({ clusterId: cluster.id }, { refetchInterval: 30_000 }));
  const failure = failureOf(query.error);
  if (query.data?.known) {
    const { found, expected, at, missing } = query.data;
    const checked = `checked ${formatAge(new Date(at), Math.max(now, Date.parse(at)))}`;
    return (
      <Coverage
        found={found}
        expected={expected}
        checked={checked}
        missing={missing.map((one) => toMissing(one, cluster, now))}
      />
    );
  }
  return (
    <Pane title="Log coverage">
      {failure ? (
        <ErrorState
          title="Coverage could not be read"
          {...failure}
          onRetry={() => query.refetch()}
          retrying={query.isFetching}
        />
      ) : query.data === undefined ? (
        <LoadingRows rows={2} awaiting="the stores" />
      ) : (
        <p className="text-ink3">
          {cluster.monitoringEnabled && cluster.loggingEnabled
            ? 'The first scrape has not arrived yet; then running containers are compared with received streams.'
            : 'Needs monitoring and logging: it compares running containers with received streams.'}
        </p>
      )}
    </Pane>
  );
}

function toMissing(one: Facts['missing'][number], cluster: ClusterDetail, now: number): MissingContainer {
  const age = one.startedAt === null ? null : now - Date.parse(one.startedAt);
  const isNew = age !== null && age < young;
  const query = encodeURIComponent(
    `{cluster=${JSON.stringify(cluster.name)}, namespace=${JSON.stringify(one.namespace)}}`,
  );
  return {
    id: `${one.namespace}/${one.pod}/${one.container}`,
    name: `${one.namespace}/${one.pod} · ${one.container}`,
    state: isNew ? 'new' : 'silent',
    reason: isNew
      ? `Started ${formatLag(age)} ago, has not written a line yet.`
      : 'Has not written a line to standard output in the last six hours.',
    actions: (
      <ButtonLink size="small" href={`/p/${cluster.project.slug}/logs?from=now-6h&to=now&q=${query}`}>
        Logs of its namespace
      </ButtonLink>
    ),
  };
}
