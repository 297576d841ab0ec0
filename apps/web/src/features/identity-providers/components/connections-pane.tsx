'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { startAtProvider } from '@/features/sign-in/provider-calls.ts';
import { refusalWords } from '@/features/sign-in/refusal-words.ts';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatDateTime } from '@/ui/format/time.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { Pane } from '@/ui/pane.tsx';
import { useZone } from '@/ui/time/zone.tsx';
import { toastDone, toastError } from '@/ui/toast.ts';
import type { Connections, OfferedProvider } from '../output.ts';

/** The identity providers I can sign in with. */
export function ConnectionsPane() {
  const trpc = useTRPC();
  const list = useQuery(trpc.connections.list.queryOptions());
  const failure = failureOf(list.error);
  return (
    <Pane title="Identity providers">
      {list.data ? (
        <ConnectionList connections={list.data} />
      ) : failure ? (
        <ErrorState title="Your identity providers could not be loaded" {...failure} onRetry={() => list.refetch()} />
      ) : (
        <LoadingRows rows={1} awaiting="your identity providers" />
      )}
    </Pane>
  );
}

const ROW = 'flex items-center gap-3 border-b border-line1 py-2 last:border-b-0';

function ConnectionList({ connections: { connected, available } }: { connections: Connections }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { zone } = useZone();
  const disconnect = useMutation(
    trpc.connections.remove.mutationOptions({
      onSuccess: () => toastDone('Disconnected; other sessions it began have ended'),
      onError: (error) => toastError(failureOf(error)?.message ?? 'It could not be disconnected.'),
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries(trpc.connections.pathFilter()),
          queries.invalidateQueries(trpc.account.pathFilter()),
        ]),
    }),
  );
  const connect = useMutation({
    mutationFn: ({ id }: OfferedProvider) => startAtProvider('connect', id),
    onSuccess: (start, { name }) => {
      if (start.kind === 'go') window.location.assign(start.url);
      else toastError(refusalWords(start.refusal, { name }));
    },
  });
  if (connected.length + available.length === 0) {
    return <p className="text-ink2">A platform administrator has added none yet. You sign in with your password.</p>;
  }
  return (
    <ul>
      {connected.map(({ providerId, name, enabled, lastSignedInAt }) => (
        <li key={providerId} className={ROW}>
          <div className="min-w-0 flex-1">
            <p className="truncate font-medium">{name}</p>
            <p className="text-small text-ink3">
              {enabled ? 'connected' : 'switched off by an administrator'}, last used{' '}
              {formatDateTime(new Date(lastSignedInAt), zone)}
            </p>
          </div>
          <Button size="small" pending={disconnect.isPending} onClick={() => disconnect.mutate({ providerId })}>
            Disconnect
          </Button>
        </li>
      ))}
      {available.map((provider) => (
        <li key={provider.id} className={ROW}>
          <p className="min-w-0 flex-1 truncate font-medium">{provider.name}</p>
          <Button
            size="small"
            pending={connect.isPending && connect.variables?.id === provider.id}
            onClick={() => connect.mutate(provider)}
          >
            Connect
          </Button>
        </li>
      ))}
    </ul>
  );
}
