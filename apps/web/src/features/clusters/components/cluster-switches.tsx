'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useUndo } from '@/features/policies/components/use-policy-change.ts';
import type { ClusterPolicies, EffectiveSetting } from '@/features/policies/output.ts';
import { wishFor } from '@/features/policies/place.ts';
import { useTRPC } from '@/trpc.tsx';
import { failureOf } from '@/ui/failure.ts';
import { PaneGrid } from '@/ui/pane.tsx';
import { toastDone } from '@/ui/toast.ts';
import type { ClusterDetail, ClusterFootprint } from '../output.ts';
import { Footprint } from './footprint.tsx';
import { SwitchPane } from './switch-pane.tsx';
import { loggingWords, monitoringWords } from './switch-words.ts';

/** Of a query: no data and no error while it is loading. */
type Read<Data> = { readonly data: Data | undefined; readonly isError: boolean };

type ClusterSwitchesProps = {
  cluster: ClusterDetail;
  footprint: Read<ClusterFootprint>;
  policies: Read<ClusterPolicies>;
};

/** Two switches; each says what it does, what stops, what it costs, and who decided. */
export function ClusterSwitches({ cluster, footprint, policies }: ClusterSwitchesProps) {
  const settingOf = (key: EffectiveSetting['setting']) =>
    policies.data?.settings.find(({ setting }) => setting === key);
  const unread = policies.data !== undefined ? undefined : policies.isError ? 'failed' : 'loading';
  const monitoring = useSwitch(cluster, 'monitoring', settingOf('monitoring.enabled'));
  const logging = useSwitch(cluster, 'logging', settingOf('logging.enabled'));
  return (
    <PaneGrid columns={2}>
      <SwitchPane
        {...monitoring}
        title="Monitoring"
        unread={unread}
        about={monitoringWords(cluster, settingOf('metrics.scrapeInterval')?.value)}
      >
        <Footprint
          footprint={footprint.data?.metrics}
          failed={footprint.isError}
          on={cluster.monitoringEnabled}
          scope=""
        />
      </SwitchPane>
      <SwitchPane
        {...logging}
        title="Logging"
        unread={unread}
        about={loggingWords(cluster, settingOf('logs.keepDebug')?.value)}
      >
        <Footprint
          footprint={footprint.data?.logs}
          failed={footprint.isError}
          on={cluster.loggingEnabled}
          scope=" / node"
        />
      </SwitchPane>
    </PaneGrid>
  );
}

/** One of the two, with the way back to what the cluster said before: its own choice, or none. */
function useSwitch(cluster: ClusterDetail, signal: 'monitoring' | 'logging', effective: EffectiveSetting | undefined) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const undo = useUndo({ level: 'cluster', clusterId: cluster.id, name: cluster.name });
  const change = useMutation(
    trpc.clusters.setSwitches.mutationOptions({
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries(trpc.clusters.pathFilter()),
          queries.invalidateQueries(trpc.policies.pathFilter()),
        ]),
    }),
  );
  const checked = signal === 'monitoring' ? cluster.monitoringEnabled : cluster.loggingEnabled;
  const [key, title] =
    signal === 'monitoring'
      ? (['monitoring.enabled', 'Monitoring'] as const)
      : (['logging.enabled', 'Logging'] as const);
  const before = effective?.own ?? (effective === undefined ? { mode: 'default' as const, value: checked } : null);
  const onChange = (on: boolean) =>
    change.mutate(
      { clusterId: cluster.id, [signal]: on },
      { onSuccess: () => toastDone(`${title} ${on ? 'on' : 'off'}`, undo([wishFor(key, before)])) },
    );
  return {
    checked,
    onChange,
    origin: effective?.origin,
    locked: effective?.origin.mode === 'enforced' && !effective.canChange ? effective : undefined,
    disabled: !cluster.canManage || cluster.deletionRequestedAt !== null || change.isPending,
    refused: failureOf(change.error)?.message,
    request: {
      method: 'PATCH',
      path: `/api/v1/clusters/${cluster.id}/switches`,
      body: { [signal]: !checked },
    } as const,
  };
}
