'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/trpc.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatPlural } from '@/ui/format/count.ts';
import { toastDone, toastError } from '@/ui/toast.ts';
import type { UserRow } from '../output.ts';

type Change = { enabled?: boolean; administrator?: boolean };

/** What a row's menu does at once; each change says what it did and offers the way back. */
export function useUserActions() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [link, setLink] = useState<{ user: UserRow; link: string } | null>(null);
  const settled = {
    onSettled: () => queries.invalidateQueries(trpc.users.pathFilter()),
    onError: (error: unknown) => toastError(failureOf(error)?.message ?? 'The change was refused.'),
  };
  const change = useMutation(trpc.users.change.mutationOptions(settled));
  const renewal = useMutation(trpc.users.newLink.mutationOptions(settled));
  const signOut = useMutation(trpc.users.signOut.mutationOptions(settled));
  return {
    link,
    forgetLink: () => setLink(null),
    newLink: (user: UserRow) =>
      renewal.mutate({ userId: user.id }, { onSuccess: (answer) => setLink({ user, link: answer.link }) }),
    signOut: (user: UserRow) =>
      signOut.mutate(
        { userId: user.id },
        {
          onSuccess: ({ endedSessions }) =>
            toastDone(`${user.name}: ${formatPlural(endedSessions, 'session')} ended. Tokens go on working.`),
        },
      ),
    change: (user: UserRow, wanted: Change) =>
      change.mutate(
        { userId: user.id, ...wanted },
        {
          onSuccess: () =>
            toastDone(`${user.name} ${changeWords(wanted)}`, () =>
              change.mutate({ userId: user.id, ...opposite(wanted) }),
            ),
        },
      ),
  };
}

function changeWords({ enabled, administrator }: Change): string {
  if (enabled !== undefined) return enabled ? 'may sign in again' : 'is signed out and refused from now on';
  return administrator ? 'is an administrator now' : 'is no longer an administrator';
}

function opposite(change: Change): Change {
  return Object.fromEntries(Object.entries(change).map(([key, value]) => [key, !value]));
}
