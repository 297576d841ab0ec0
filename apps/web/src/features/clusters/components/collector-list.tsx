'use client';
import { formatAge } from '@/ui/format/duration.ts';
import type { Status } from '@/ui/status.ts';
import { StatusValue } from '@/ui/status-value.tsx';
import type { ClusterDetail } from '../output.ts';

type Collector = ClusterDetail['collectors'][number];
const SILENT = 15 * 60_000;

/** One line per agent: role, node, version, what it says of its configuration, last call. */
export function CollectorList({ collectors, now }: { collectors: readonly Collector[]; now: number }) {
  if (collectors.length === 0) {
    return <p className="text-ink3">No agent has called yet. The first call comes about 10 s after its pod starts.</p>;
  }
  return (
    <ul className="flex max-h-72 flex-col overflow-y-auto scroll-thin">
      {collectors.map((collector) => (
        <li key={collector.id} className="flex min-h-7 items-center gap-2 border-b border-line1 py-1 last:border-b-0">
          <span className="w-14 shrink-0 text-ink2">{collector.role}</span>
          <span className="mono min-w-0 flex-1 truncate">{collector.node}</span>
          <StatusValue status={statusOf(collector, now)}>{wordOf(collector, now)}</StatusValue>
          <span className="tnum w-16 shrink-0 text-right text-small text-ink3">
            {collector.version?.replace(/^v/, '') ?? '–'}
          </span>
          <span className="tnum w-20 shrink-0 text-right text-small text-ink3">
            {formatAge(new Date(collector.lastSeenAt), now)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function isSilent(collector: Collector, now: number): boolean {
  return now - Date.parse(collector.lastSeenAt) > SILENT;
}

function statusOf(collector: Collector, now: number): Status {
  if (isSilent(collector, now)) return 'unreachable';
  if (collector.status === 'FAILED') return 'error';
  return collector.status === 'APPLIED' ? 'ok' : 'unknown';
}

function wordOf(collector: Collector, now: number): string {
  if (isSilent(collector, now)) return 'Silent';
  if (collector.status === 'FAILED') return collector.statusMessage ?? 'Configuration refused';
  return collector.status === 'APPLIED' ? 'Applied' : 'Not reported yet';
}
