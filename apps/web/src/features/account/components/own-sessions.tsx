'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/trpc.tsx';
import { Button } from '@/ui/button.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatPlural } from '@/ui/format/count.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { toastDone, toastError } from '@/ui/toast.ts';
import { SessionList } from './session-list.tsx';

/** Where am I signed in? */
export function OwnSessions() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const list = useQuery(trpc.account.sessions.queryOptions());
  const failure = failureOf(list.error);
  const options = {
    onError: (error: unknown) => toastError(failureOf(error)?.message ?? 'The session could not be ended.'),
    onSettled: () => queries.invalidateQueries(trpc.account.pathFilter()),
  };
  const end = useMutation(
    trpc.account.revokeSession.mutationOptions({ ...options, onSuccess: () => toastDone('Session ended') }),
  );
  const endOthers = useMutation(
    trpc.account.revokeOtherSessions.mutationOptions({
      ...options,
      onSuccess: ({ endedSessions }) => toastDone(`${formatPlural(endedSessions, 'session')} ended`),
    }),
  );
  if (list.data === undefined) {
    return failure ? (
      <ErrorState title="Your sessions could not be loaded" {...failure} onRetry={() => list.refetch()} />
    ) : (
      <LoadingRows rows={2} awaiting="your sessions" />
    );
  }
  const { sessions } = list.data;
  return (
    <>
      <SessionList sessions={sessions} onEnd={({ id }) => end.mutate({ sessionId: id })} />
      {sessions.length > 1 && (
        <div>
          <Button pending={endOthers.isPending} onClick={() => endOthers.mutate()}>
            End all others
          </Button>
        </div>
      )}
    </>
  );
}
