import { formatLag } from '@/ui/format/duration.ts';
import { formatByteRate } from '@/ui/format/rate.ts';
import { Sparkline } from '@/ui/sparkline.tsx';
import { NeverSeen, StaleValue } from '@/ui/stale-value.tsx';
import { StatusValue } from '@/ui/status-value.tsx';
import type { FleetRow } from '../output.ts';

/** Round trip while reachable; how long it has been silent otherwise. */
export function ReachableValue({ row, now }: { row: FleetRow; now: number }) {
  const { status, latencyMs, lastReachedAt } = row.reachable;
  if (status === 'False') {
    return (
      <StatusValue status="unreachable">
        {lastReachedAt === null ? 'Never reached' : `Silent ${formatLag(now - Date.parse(lastReachedAt))}`}
      </StatusValue>
    );
  }
  if (status === 'Unknown') return <StatusValue status="waiting">Waiting</StatusValue>;
  return <StatusValue status="ok">{latencyMs === null ? 'Yes' : `${latencyMs} ms`}</StatusValue>;
}

/** Fresh, late, last-known, never seen and off are five different looks. */
export function SignalValue({ signal, cut, now }: { signal: FleetRow['logs']; cut: boolean; now: number }) {
  if (!signal.enabled) return <StatusValue status="off">Off</StatusValue>;
  if (signal.lastAt === null) return <NeverSeen />;
  const lag = formatLag(now - Date.parse(signal.lastAt));
  if (cut) return <StaleValue icon>{`${lag} ago`}</StaleValue>;
  return <StatusValue status={signal.status === 'False' ? 'late' : 'ok'}>{lag}</StatusValue>;
}

export function AgentValue({ row }: { row: FleetRow }) {
  if (row.agent === null) return <NeverSeen />;
  const version = row.agent.version?.replace(/^v/, '') ?? 'unknown';
  if (row.agent.silent === row.agent.total) return <StaleValue>{version}</StaleValue>;
  return row.agent.behind ? (
    <StatusValue status="behind">{version}</StatusValue>
  ) : (
    <span className="tnum">{version}</span>
  );
}

/** The last hour of log ingest with its present value in words. */
export function IngestValue({ row, small = false }: { row: FleetRow; small?: boolean }) {
  if (!row.logs.enabled || row.sparkline.length === 0) return <span className="text-ink3">–</span>;
  const cut = row.reachable.status === 'False';
  const rate = row.bytesPerSecond === null ? 'nothing known' : formatByteRate(row.bytesPerSecond);
  const state = cut ? 'silent' : row.logs.status === 'False' ? 'late' : 'normal';
  return (
    <span className="flex items-center gap-2">
      <Sparkline values={row.sparkline} label={`Log ingest, last hour, now ${rate}`} state={state} small={small} />
      <span className="tnum ml-auto whitespace-nowrap">{cut ? <StaleValue>{rate}</StaleValue> : rate}</span>
    </span>
  );
}
