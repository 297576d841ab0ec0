'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { CheckboxField } from '@/ui/checkbox.tsx';
import { ConfirmDelete } from '@/ui/confirm-delete.tsx';
import { failureOf } from '@/ui/failure.ts';
import type { ClusterDetail } from '../output.ts';

type DeleteClusterProps = {
  cluster: ClusterDetail;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDeleted: (operationId: string | null) => void;
};

/** Says what stops and what is kept; offers to forget a cluster that cannot be reached. */
export function DeleteCluster({ cluster, open, onOpenChange, onDeleted }: DeleteClusterProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [abandon, setAbandon] = useState(false);
  const unreachable = cluster.conditions.some(
    (condition) => condition.type === 'Reachable' && condition.status === 'False',
  );
  const remove = useMutation(
    trpc.clusters.delete.mutationOptions({
      onSuccess: async ({ operationId }) => {
        await queries.invalidateQueries(trpc.fleet.pathFilter());
        onDeleted(operationId);
      },
    }),
  );
  const failure = failureOf(remove.error);
  return (
    <ConfirmDelete
      open={open}
      onOpenChange={onOpenChange}
      action="Delete cluster"
      name={cluster.name}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ clusterId: cluster.id, confirmName: cluster.name, abandon })}
      {...(failure === undefined ? {} : { error: failure.message })}
    >
      <span className="flex flex-col gap-2">
        <span>
          Removes every object Oriel put into the cluster, revokes its certificate and forgets its kubeconfig. Logs and
          metrics that were stored stay with the project until their retention ends. On its nodes the folder
          /var/lib/oriel-agent stays: how far logs were read.
        </span>
        {unreachable && (
          <CheckboxField
            label="It cannot be reached: forget it anyway"
            hint="Oriel's namespace oriel-agent stays behind in the cluster; its agents can no longer write."
            checked={abandon}
            onChange={(event) => setAbandon(event.target.checked)}
          />
        )}
      </span>
    </ConfirmDelete>
  );
}
