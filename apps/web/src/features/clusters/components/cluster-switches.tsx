'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { failureOf } from '@/ui/failure.ts';
import { PaneGrid } from '@/ui/pane.tsx';
import { Switch } from '@/ui/switch.tsx';
import { toastDone, toastError } from '@/ui/toast.ts';

import type { ClusterDetail, ClusterFootprint } from '../output.ts';
import { Footprint } from './footprint.tsx';

type Wish = { monitoring?: boolean; logging?: boolean };

/** Two switches; each says what it does, what stops, and what it costs. */
export function ClusterSwitches({
  cluster,
  footprint,
}: {
  cluster: ClusterDetail;
  footprint: ClusterFootprint | undefined;
}) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const change = useMutation(
    trpc.clusters.setSwitches.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.clusters.pathFilter()),
      onError: (error) => toastError(failureOf(error)?.message ?? 'The change was refused.'),
    }),
  );
  const set = (wish: Wish, done: string, undo: Wish) =>
    change.mutate(
      { clusterId: cluster.id, ...wish },
      { onSuccess: () => toastDone(done, () => change.mutate({ clusterId: cluster.id, ...undo })) },
    );
  const disabled = !cluster.canManage || cluster.deletionRequestedAt !== null || change.isPending;
  return (
    <PaneGrid columns={2}>
      <SwitchPane
        title="Monitoring"
        checked={cluster.monitoringEnabled}
        disabled={disabled}
        onChange={(on) => set({ monitoring: on }, `Monitoring ${on ? 'on' : 'off'}`, { monitoring: !on })}
        clusterId={cluster.id}
        wish={{ monitoring: !cluster.monitoringEnabled }}
        on={`Nodes, pods, objects and annotated pods, every 60 s, to Mimir on ${cluster.seed.name}.`}
        off="Off: nothing is scraped. Switching on starts one metrics agent, kube-state-metrics and a node exporter per node. What was stored before stays."
      >
        <Footprint footprint={footprint?.metrics} on={cluster.monitoringEnabled} scope="" />
      </SwitchPane>
      <SwitchPane
        title="Logging"
        checked={cluster.loggingEnabled}
        disabled={disabled}
        onChange={(on) => set({ logging: on }, `Logging ${on ? 'on' : 'off'}`, { logging: !on })}
        clusterId={cluster.id}
        wish={{ logging: !cluster.loggingEnabled }}
        on={`One agent per node reads every container, to Loki on ${cluster.seed.name}. Debug lines are dropped at the agent.`}
        off="Off: no line is read. Switching on starts one agent per node; it reads what the nodes still hold. What was stored before stays."
      >
        <Footprint footprint={footprint?.logs} on={cluster.loggingEnabled} scope=" / node" />
      </SwitchPane>
    </PaneGrid>
  );
}

type SwitchPaneProps = {
  title: string;
  checked: boolean;
  disabled: boolean;
  onChange: (on: boolean) => void;
  clusterId: string;
  /** What a change of the switch asks for. */
  wish: Wish;
  on: string;
  off: string;
  children: ReactNode;
};

function SwitchPane({ title, checked, disabled, onChange, clusterId, wish, on, off, children }: SwitchPaneProps) {
  return (
    <section aria-label={title} className="grid min-w-0 grid-cols-[32px_minmax(0,1fr)] gap-x-3 px-5 py-3 phone:px-4">
      <Switch checked={checked} onChange={onChange} label={title} disabled={disabled} />
      <div className="flex min-w-0 flex-col gap-1.5">
        <div className="flex min-h-6 items-center gap-2">
          <h2 className="font-semibold">{title}</h2>
          <div className="ml-auto">
            <CopyAsCurl
              size="small"
              request={{ method: 'PATCH', path: `/api/v1/clusters/${clusterId}/switches`, body: wish }}
            />
          </div>
        </div>
        <p className="text-ink2 wrap-anywhere">{checked ? on : off}</p>
        {children}
      </div>
    </section>
  );
}
