'use client';
import { formatAge } from '@/ui/format/duration.ts';
import type { Status } from '@/ui/status.ts';
import { StatusValue } from '@/ui/status-value.tsx';
import type { ClusterDetail } from '../output.ts';

type Collector = ClusterDetail['collectors'][number];
const SILENT = 15 * 60_000;

/** An agent: node, and what it says of its configuration; below: role, version, last call, and why it refused. */
export function CollectorList({ collectors, now }: { collectors: readonly Collector[]; now: number }) {
  if (collectors.length === 0) {
    return <p className="text-ink3">No agent has called yet. The first call comes about 10 s after its pod starts.</p>;
  }
  return (
    <ul className="flex max-h-72 flex-col overflow-y-auto scroll-thin">
      {collectors.map((collector) => (
        <li
          key={collector.id}
          className="grid shrink-0 grid-cols-[minmax(0,1fr)_auto] gap-x-2 border-b border-line1 py-1 last:border-b-0"
        >
          <span className="mono truncate" title={collector.node}>
            {collector.node}
          </span>
          <StatusValue status={statusOf(collector, now)}>{wordOf(collector, now)}</StatusValue>
          <span className="tnum col-span-2 text-small text-ink3 wrap-anywhere">
            {[collector.role, collector.version?.replace(/^v/, ''), formatAge(new Date(collector.lastSeenAt), now)]
              .filter((fact) => fact !== undefined)
              .join(', ')}
          </span>
          {collector.status === 'FAILED' && collector.statusMessage !== null && (
            <p className="col-span-2 text-small text-error wrap-anywhere">{collector.statusMessage}</p>
          )}
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
  if (collector.status === 'FAILED') return 'Refused';
  return collector.status === 'APPLIED' ? 'Applied' : 'Not reported yet';
}
