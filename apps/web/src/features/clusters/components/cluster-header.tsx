'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, KeyRound, LayoutDashboard, RefreshCw, TextSearch, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { dashboardHref } from '@/features/dashboards/dashboard-href.ts';
import { useTRPC } from '@/trpc.tsx';
import { StatusBadge } from '@/ui/badge.tsx';
import { ButtonLink } from '@/ui/button.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatLag } from '@/ui/format/duration.ts';
import { IconButton } from '@/ui/icon-button.tsx';
import { Menu, MenuItem } from '@/ui/menu.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { toastError } from '@/ui/toast.ts';
import type { ClusterDetail } from '../output.ts';
import { DeleteCluster } from './delete-cluster.tsx';

type ClusterHeaderProps = { cluster: ClusterDetail; now: number; onReplaceKubeconfig: () => void };

export function ClusterHeader({ cluster, now, onReplaceKubeconfig }: ClusterHeaderProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const again = useMutation(
    trpc.clusters.applyAgain.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.clusters.pathFilter()),
      onError: (error) => toastError(failureOf(error)?.message ?? 'The request was refused.'),
    }),
  );
  const nodes = cluster.nodeCount === null ? [] : [cluster.nodeCount === 1 ? '1 node' : `${cluster.nodeCount} nodes`];
  const version =
    cluster.kubernetesVersion === null ? [] : [`Kubernetes ${cluster.kubernetesVersion.replace(/^v/, '')}`];
  return (
    <>
      <PageHeader
        title={cluster.name}
        crumbs={[
          { label: 'Fleet', href: '/fleet' },
          { label: cluster.project.name, href: `/p/${cluster.project.slug}` },
        ]}
        badges={<Badges cluster={cluster} now={now} />}
        actions={
          <>
            <span className="min-w-0 text-small text-ink3 wrap-anywhere phone:hidden">
              {[...version, ...nodes, 'push', `region ${cluster.region}`].join(', ')}
            </span>
            <ButtonLink icon={TextSearch} href={`/p/${cluster.project.slug}/logs?cluster=${cluster.name}`}>
              Query logs
            </ButtonLink>
            <ButtonLink icon={LayoutDashboard} href={dashboardHref(cluster.project.slug, { cluster: cluster.name })}>
              Dashboards
            </ButtonLink>
            {cluster.canManage && (
              <Menu trigger={<IconButton icon={Ellipsis} label="More actions" variant="secondary" />} align="end">
                <MenuItem icon={RefreshCw} onSelect={() => again.mutate({ clusterId: cluster.id })}>
                  Apply again
                </MenuItem>
                <MenuItem icon={KeyRound} onSelect={onReplaceKubeconfig}>
                  Replace kubeconfig
                </MenuItem>
                <MenuItem icon={Trash2} destructive onSelect={() => setDeleting(true)}>
                  Delete cluster
                </MenuItem>
              </Menu>
            )}
          </>
        }
      />
      <DeleteCluster
        cluster={cluster}
        open={deleting}
        onOpenChange={setDeleting}
        onDeleted={(operationId) => router.push(operationId ? `/operations/${operationId}` : '/fleet')}
      />
    </>
  );
}

function Badges({ cluster, now }: { cluster: ClusterDetail; now: number }) {
  const reachable = cluster.conditions.find((condition) => condition.type === 'Reachable');
  return (
    <>
      {reachable?.status === 'False' ? (
        <StatusBadge
          status="unreachable"
          label="Unreachable"
          {...(cluster.lastReachedAt === null ? {} : { fact: formatLag(now - Date.parse(cluster.lastReachedAt)) })}
        />
      ) : reachable?.status === 'True' ? (
        <StatusBadge
          status="ok"
          label="Reachable"
          {...(cluster.latencyMs === null ? {} : { fact: `${cluster.latencyMs} ms` })}
        />
      ) : (
        <StatusBadge status="waiting" label="Not reached yet" />
      )}
      <SignalBadge
        cluster={cluster}
        type="LogsFresh"
        label="Logs"
        enabled={cluster.loggingEnabled}
        at={cluster.lastLogAt}
        now={now}
      />
      <SignalBadge
        cluster={cluster}
        type="MetricsFresh"
        label="Metrics"
        enabled={cluster.monitoringEnabled}
        at={cluster.lastMetricAt}
        now={now}
      />
    </>
  );
}

type SignalBadgeProps = {
  cluster: ClusterDetail;
  type: string;
  label: string;
  enabled: boolean;
  at: string | null;
  now: number;
};

function SignalBadge({ cluster, type, label, enabled, at, now }: SignalBadgeProps) {
  if (!enabled) return <StatusBadge status="off" label={`${label} off`} />;
  if (at === null) return <StatusBadge status="waiting" label={label} fact="no data yet" />;
  const late = cluster.conditions.find((condition) => condition.type === type)?.status === 'False';
  return <StatusBadge status={late ? 'late' : 'ok'} label={label} fact={formatLag(now - Date.parse(at))} />;
}
