'use client';
import { formatDuration } from '@/ui/format/duration.ts';
import { formatDateTime } from '@/ui/format/time.ts';
import { KeyValue } from '@/ui/key-value.tsx';
import { useZone } from '@/ui/time/zone.tsx';
import type { ClusterDetail } from '../output.ts';

/** When the first signals came, and what the cluster is. */
export function ClusterSignals({ cluster, now }: { cluster: ClusterDetail; now: number }) {
  const { zone } = useZone();
  const first = (at: string | null, enabled: boolean) =>
    at === null ? (enabled ? 'not yet' : 'off') : formatDateTime(new Date(at), zone);
  const expires = cluster.certificateExpiresAt;
  return (
    <KeyValue
      facts={[
        { label: 'First log line', value: first(cluster.firstLogAt, cluster.loggingEnabled) },
        { label: 'First sample', value: first(cluster.firstMetricAt, cluster.monitoringEnabled) },
        { label: 'API server', value: <span className="mono">{cluster.apiServer}</span> },
        { label: 'Seed', value: cluster.seed.name },
        { label: 'Registered', value: formatDateTime(new Date(cluster.createdAt), zone) },
        {
          label: 'Agent certificate',
          value: expires === null ? 'none yet' : `valid ${formatDuration(Date.parse(expires) - now)}`,
        },
      ]}
    />
  );
}
