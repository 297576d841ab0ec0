'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { Note } from '@/ui/note.tsx';
import type { ClusterDetail } from '../output.ts';
import { takeOverOf } from './take-over.ts';
import { TakeOverDialog } from './take-over-dialog.tsx';

/** Says that others own what Oriel would apply; offers to take it over to those who may change the cluster. */
export function ConflictNote({ cluster }: { cluster: ClusterDetail }) {
  const trpc = useTRPC();
  const [asking, setAsking] = useState(false);
  const found = takeOverOf(cluster.conditions);
  const [operationId = '0'] = cluster.operationIds;
  const latest = useQuery(
    trpc.operations.get.queryOptions({ operationId }, { enabled: found !== undefined && operationId !== '0' }),
  );
  // A change that is under way, as after taking over, will say anew what stands in its way.
  const changing = latest.data?.state === 'waiting' || latest.data?.state === 'running';
  if (found === undefined || changing || cluster.deletionRequestedAt !== null) return null;
  return (
    <>
      <Note
        status="warn"
        title="Others own what Oriel would apply"
        action={
          cluster.canManage && (
            <Button size="small" onClick={() => setAsking(true)}>
              Take over…
            </Button>
          )
        }
      >
        {found.message}
      </Note>
      <TakeOverDialog cluster={cluster} found={found} open={asking} onOpenChange={setAsking} />
    </>
  );
}
