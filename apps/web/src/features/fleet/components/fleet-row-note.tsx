'use client';
import { History } from 'lucide-react';
import { ButtonLink } from '@/ui/button.tsx';
import { formatMoment } from '@/ui/format/time.ts';
import { Icon } from '@/ui/icon.tsx';
import { useZone } from '@/ui/time/zone.tsx';
import type { FleetRow } from '../output.ts';

/** The second line of a broken row: cause, since when, one action. */
export function FleetRowNote({ row, now }: { row: FleetRow; now: number }) {
  const { zone } = useZone();
  const { lastReachedAt, message } = row.reachable;
  const since =
    lastReachedAt === null
      ? ''
      : ` Last reached ${formatMoment(new Date(lastReachedAt), zone, now)}; this row is last-known.`;
  return (
    <div className="flex min-w-0 items-center gap-2 text-ink2">
      <Icon icon={History} size={14} className="text-ink3" />
      <span className="min-w-0 truncate" title={message}>
        {message}
        {since}
      </span>
      <ButtonLink size="small" href={`/clusters/${row.id}`}>
        Diagnose
      </ButtonLink>
    </div>
  );
}
