'use client';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { formatAge } from '@/ui/format/duration.ts';
import { formatDateTime } from '@/ui/format/time.ts';
import { useZone } from '@/ui/time/zone.tsx';
import { useNow } from '@/ui/use-now.ts';
import type { SessionRow } from '../output.ts';

type SessionListProps = { sessions: readonly SessionRow[]; onEnd: (session: SessionRow) => void };

/** Each sign-in that still works; any of them but the one that asks can be ended from here. */
export function SessionList({ sessions, onEnd }: SessionListProps) {
  const { zone } = useZone();
  const now = useNow(10_000);
  return (
    <ul>
      {sessions.map((session) => (
        <li key={session.id} className="flex items-center gap-3 border-b border-line1 py-2 last:border-b-0">
          <div className="min-w-0 flex-1">
            <p className="flex items-center gap-2">
              <span className="truncate font-medium">{browserOf(session.userAgent)}</span>
              {session.current && <Badge>this one</Badge>}
              {session.provider !== null && <Badge>{session.provider}</Badge>}
            </p>
            <p className="text-small text-ink3">
              {session.address ?? 'unknown address'}, since {formatDateTime(new Date(session.createdAt), zone)}, last
              used {formatAge(new Date(session.lastSeenAt), Math.max(now, Date.parse(session.lastSeenAt)))}
            </p>
          </div>
          {!session.current && (
            <Button size="small" onClick={() => onEnd(session)}>
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
