import { platformDashboards, projectDashboards } from '@oriel/dashboards/dashboards';
import type { Db } from '@oriel/db/client';
import type { Log } from '@oriel/db/log';
import type { SecretBox } from '@oriel/db/secret-box';
import { GrafanaConnection } from '@oriel/seed-client/grafana/connection';
import type { GrafanaEnvironment } from '../env.ts';
import type { DashboardSource } from './desired.ts';

/** What every part of the sync gets. */
export interface GrafanaContext {
  readonly db: Db;
  readonly secrets: SecretBox;
  readonly log: Log;
  readonly grafana: GrafanaConnection;
  /** As Grafana reaches the gateway; no trailing slash. */
  readonly gatewayUrl: string;
  readonly dashboards: {
    readonly project: readonly DashboardSource[];
    readonly platform: readonly DashboardSource[];
  };
}

export function grafanaContext(
  parts: Pick<GrafanaContext, 'db' | 'secrets' | 'log'>,
  { url, password, gatewayUrl }: GrafanaEnvironment,
): GrafanaContext {
  return {
    ...parts,
    gatewayUrl,
    grafana: new GrafanaConnection({ url, password }),
    dashboards: { project: projectDashboards(), platform: platformDashboards() },
  };
}
