/** Of the dashboards that Oriel provides. They are addresses: people link to them. */
export const uids = {
  clusters: 'oriel-clusters',
  namespaces: 'oriel-namespaces',
  nodes: 'oriel-nodes',
  pods: 'oriel-pods',
  logs: 'oriel-logs-overview',
  pipeline: 'oriel-pipeline',
  fleet: 'oriel-fleet',
  seeds: 'oriel-seeds',
  loki: 'oriel-loki',
  mimir: 'oriel-mimir',
} as const;

export const titles: Readonly<Record<keyof typeof uids, string>> = {
  clusters: 'Clusters',
  namespaces: 'Namespaces and workloads',
  nodes: 'Nodes',
  pods: 'Pods',
  logs: 'Logs',
  pipeline: 'Telemetry pipeline',
  fleet: 'Fleet',
  seeds: 'Seeds',
  loki: 'Loki',
  mimir: 'Mimir',
};
