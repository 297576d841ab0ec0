import type { Db } from '@oriel/db/client';
import { type ProjectTelemetry, scopeForObserver } from '@oriel/domain/scope';
import { queryMetrics, type Where } from '@oriel/seed-client/metrics';
import { freshness } from './freshness.ts';
import type { LogVolumes } from './log-volumes.ts';
import { type ManyConditions, reportManyConditions } from './report-many.ts';

export interface ObservedCluster {
  readonly id: string;
  readonly name: string;
  readonly monitoringEnabled: boolean;
  readonly loggingEnabled: boolean;
  readonly firstLogAt: Date | null;
  readonly lastLogAt: Date | null;
  readonly lastMetricAt: Date | null;
  readonly conditions: ManyConditions[number]['known'];
}

export interface TenantInput {
  readonly project: ProjectTelemetry;
  readonly seedId: string;
  readonly clusters: readonly ObservedCluster[];
  readonly volumes: LogVolumes;
  readonly signal: AbortSignal;
}

/** Logs count as arriving for this long after a line; looks come every 15 s. Seconds. */
const heardSeconds = 30;

/** One tenant of a seed: two questions for all of its clusters together, one write per cluster whose signals moved. */
export async function observeTenant(db: Db, input: TenantInput): Promise<void> {
  const where: Where = { scope: scopeForObserver(input.project), seedId: input.seedId, signal: input.signal };
  const [logs, metrics] = await Promise.all([
    attempt(async () => {
      await input.volumes.refresh(where);
      return input.volumes.heardWithin(where, heardSeconds);
    }),
    attempt(() => lastSamples(where)),
  ]);
  input.signal.throwIfAborted();
  const now = new Date();
  const seen = input.clusters.map((cluster) => ({
    cluster,
    lastLogAt: logs.value?.has(cluster.name) === true ? now : cluster.lastLogAt,
    lastMetricAt: latest(metrics.value?.get(cluster.name), cluster.lastMetricAt),
    sparkline: input.volumes.sparkline(cluster.name, cluster.firstLogAt),
  }));
  await writeSignals(db, seen);
  await reportManyConditions(
    db,
    seen.flatMap(({ cluster, lastLogAt, lastMetricAt }) => [
      {
        clusterId: cluster.id,
        known: cluster.conditions,
        input: freshness(
          'LogsFresh',
          { enabled: cluster.loggingEnabled, lastAt: lastLogAt, storeProblem: logs.problem },
          now,
        ),
      },
      {
        clusterId: cluster.id,
        known: cluster.conditions,
        input: freshness(
          'MetricsFresh',
          { enabled: cluster.monitoringEnabled, lastAt: lastMetricAt, storeProblem: metrics.problem },
          now,
        ),
      },
    ]),
  );
}

async function lastSamples(where: Where): Promise<ReadonlyMap<string, Date>> {
  const series = await queryMetrics(where, 'max by (cluster) (timestamp(up))');
  return new Map(series.map(({ labels, value }) => [labels.cluster ?? '', new Date(value * 1000)]));
}

interface Seen {
  readonly cluster: ObservedCluster;
  readonly lastLogAt: Date | null;
  readonly lastMetricAt: Date | null;
  readonly sparkline: readonly (number | null)[];
}

/** One statement for all clusters of the tenant. */
async function writeSignals(db: Db, seen: readonly Seen[]): Promise<void> {
  if (seen.length === 0) return;
  const ids = seen.map(({ cluster }) => cluster.id);
  const logs = seen.map(({ lastLogAt }) => lastLogAt?.toISOString() ?? null);
  const metrics = seen.map(({ lastMetricAt }) => lastMetricAt?.toISOString() ?? null);
  const lines = seen.map(({ sparkline }) => JSON.stringify(sparkline));
  await db.$executeRaw`
    UPDATE clusters AS c
    SET last_log_at = greatest(c.last_log_at, s.log_at), last_metric_at = greatest(c.last_metric_at, s.metric_at),
        ingest_sparkline = s.sparkline::jsonb
    FROM unnest(${ids}::uuid[], ${logs}::timestamptz[], ${metrics}::timestamptz[], ${lines}::text[])
      AS s(id, log_at, metric_at, sparkline)
    WHERE c.id = s.id`;
}

function latest(found: Date | undefined, known: Date | null): Date | null {
  if (found === undefined) return known;
  return known !== null && known > found ? known : found;
}

/** A store that does not answer is a fact about the store, not the end of the look. */
async function attempt<T>(ask: () => Promise<T>): Promise<{ value: T | undefined; problem: string | undefined }> {
  try {
    return { value: await ask(), problem: undefined };
  } catch (error) {
    return { value: undefined, problem: error instanceof Error ? error.message : String(error) };
  }
}
