import type { GrafanaDashboard } from '@oriel/seed-client/grafana/dashboards';
import type { GrafanaDataSource } from '@oriel/seed-client/grafana/data-sources';
import type { GrafanaFolder } from '@oriel/seed-client/grafana/folders';

/** What an organization of Grafana's holds of what Oriel keeps there. Nothing stands for "there is none". */
export interface Observed {
  readonly name: string;
  readonly dataSources: ReadonlyMap<string, GrafanaDataSource>;
  readonly folders: ReadonlyMap<string, GrafanaFolder>;
  readonly dashboards: ReadonlyMap<string, GrafanaDashboard>;
}

/**
 * What was last put into Grafana: by `<kind>/<uid>`, the hash of what it was and the version that Grafana gave it. A
 * hand that touches it afterwards raises the version, a secret's included, which nobody can read back.
 */
export type Put = Readonly<Record<string, string>>;

export function putKey(kind: 'data_source' | 'dashboard', uid: string): string {
  return `${kind}/${uid}`;
}

export function putMark(hash: string, version: number): string {
  return `${hash}:${version}`;
}
