import type { FleetRow } from '../output.ts';

type Status = 'True' | 'False' | 'Unknown';

/** A row of the fleet statement as PostgreSQL returns it. */
export interface RawFleetRow {
  id: string;
  name: string;
  region: string;
  project_slug: string;
  project_name: string;
  seed_id: string;
  seed_name: string;
  reach_status: Status;
  reach_reason: string | null;
  reach_message: string | null;
  latency_ms: number | null;
  last_reached_at: Date | null;
  monitoring_enabled: boolean;
  metrics_status: Status | null;
  metrics_message: string | null;
  first_metric_at: Date | null;
  last_metric_at: Date | null;
  logging_enabled: boolean;
  logs_status: Status | null;
  logs_message: string | null;
  first_log_at: Date | null;
  last_log_at: Date | null;
  agent_version: string | null;
  agent_total: number;
  agent_silent: number;
  agent_behind: boolean;
  ingest_sparkline: (number | null)[] | null;
  changing: boolean;
}

export function toFleetRow(raw: RawFleetRow): FleetRow {
  const sparkline = raw.ingest_sparkline ?? [];
  return {
    id: raw.id,
    name: raw.name,
    project: { slug: raw.project_slug, name: raw.project_name },
    seed: { id: raw.seed_id, name: raw.seed_name },
    region: raw.region,
    reachable: {
      status: raw.reach_status,
      reason: raw.reach_reason ?? 'NeverReached',
      message: raw.reach_message ?? 'Oriel has not reached this cluster yet.',
      latencyMs: raw.latency_ms,
      lastReachedAt: iso(raw.last_reached_at),
    },
    metrics: {
      enabled: raw.monitoring_enabled,
      status: raw.monitoring_enabled ? (raw.metrics_status ?? 'Unknown') : null,
      message: raw.metrics_message,
      firstAt: iso(raw.first_metric_at),
      lastAt: iso(raw.last_metric_at),
    },
    logs: {
      enabled: raw.logging_enabled,
      status: raw.logging_enabled ? (raw.logs_status ?? 'Unknown') : null,
      message: raw.logs_message,
      firstAt: iso(raw.first_log_at),
      lastAt: iso(raw.last_log_at),
    },
    agent:
      raw.agent_total === 0
        ? null
        : { version: raw.agent_version, behind: raw.agent_behind, silent: raw.agent_silent, total: raw.agent_total },
    sparkline,
    bytesPerSecond: sparkline.at(-1) ?? null,
    changing: raw.changing,
  };
}

function iso(date: Date | null): string | null {
  return date === null ? null : date.toISOString();
}
