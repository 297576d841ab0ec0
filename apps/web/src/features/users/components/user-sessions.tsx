'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { SessionList } from '@/features/account/components/session-list.tsx';
import { useTRPC } from '@/trpc.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { toastDone, toastError } from '@/ui/toast.ts';
import type { UserRow } from '../output.ts';

/** Where is this person signed in? Each sign-in can be ended. */
export default function UserSessions({ user, onClose }: { user: UserRow; onClose: () => void }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const list = useQuery(trpc.users.sessions.queryOptions({ userId: user.id }));
  const failure = failureOf(list.error);
  const end = useMutation(
    trpc.users.revokeSession.mutationOptions({
      onSuccess: () => toastDone('Session ended'),
      onError: (error) => toastError(failureOf(error)?.message ?? 'The session could not be ended.'),
      onSettled: () => queries.invalidateQueries(trpc.users.pathFilter()),
    }),
  );
  const sessions = list.data?.sessions ?? [];
  return (
    <Dialog title={`Sessions of ${user.name}`} about={user.email} open onOpenChange={(open) => !open && onClose()}>
      {failure ? (
        <ErrorState title="The sessions could not be loaded" {...failure} onRetry={() => list.refetch()} />
      ) : list.isPending ? (
        <LoadingRows rows={2} awaiting="their sessions" />
      ) : sessions.length === 0 ? (
        <EmptyState title="They are signed in nowhere" why="A session ends by itself after 12 h without use." />
      ) : (
        <SessionList sessions={sessions} onEnd={({ id }) => end.mutate({ userId: user.id, sessionId: id })} />
      )}
    </Dialog>
  );
}
