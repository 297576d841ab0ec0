'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/trpc.tsx';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatAge } from '@/ui/format/duration.ts';
import { formatDateTime } from '@/ui/format/time.ts';
import { useZone } from '@/ui/time/zone.tsx';
import { toastDone, toastError } from '@/ui/toast.ts';
import { useNow } from '@/ui/use-now.ts';
import type { SessionRow } from '../output.ts';

/** Each sign-in that still works; any of them can be ended from here. */
export function SessionList({ sessions }: { sessions: readonly SessionRow[] }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { zone } = useZone();
  const now = useNow(10_000);
  const revoke = useMutation(
    trpc.account.revokeSession.mutationOptions({
      onSuccess: () => toastDone('Session ended'),
      onError: (error) => toastError(failureOf(error)?.message ?? 'The session could not be ended.'),
      onSettled: () => queries.invalidateQueries(trpc.account.pathFilter()),
    }),
  );
  return (
    <ul>
      {sessions.map((session) => (
        <li key={session.id} className="flex items-center gap-3 border-b border-line1 py-2 last:border-b-0">
          <div className="min-w-0 flex-1">
            <p className="flex items-center gap-2">
              <span className="truncate font-medium">{browserOf(session.userAgent)}</span>
              {session.current && <Badge>this one</Badge>}
            </p>
            <p className="text-small text-ink3">
              {session.address ?? 'unknown address'}, since {formatDateTime(new Date(session.createdAt), zone)}, last
              used {formatAge(new Date(session.lastSeenAt), Math.max(now, Date.parse(session.lastSeenAt)))}
            </p>
          </div>
          {!session.current && (
            <Button size="small" onClick={() => revoke.mutate({ sessionId: session.id })}>
              End
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A browser's name out of its user agent; the rest says nothing to people. */
function browserOf(userAgent: string | null): string {
  const known = [
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/Chrom(e|ium)\//, 'Chrome or Chromium'],
    [/Safari\//, 'Safari'],
  ] as const;
  return known.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? 'Unknown program';
}
