/** Owner of every field that Oriel applies (server-side apply). Never change it: ownership hangs on it. */
export const fieldManager = 'oriel';

export const labels = {
  managedBy: 'app.kubernetes.io/managed-by',
  partOf: 'app.kubernetes.io/part-of',
  name: 'app.kubernetes.io/name',
  component: 'app.kubernetes.io/component',
  /** Id of the cluster in Oriel: tells two installations that meet in one cluster apart. */
  cluster: 'oriel.dev/cluster-id',
} as const;

export const annotations = {
  /** SHA-256 of the object as it was last applied. Equal to the desired one: every desired field was ours before. */
  desiredHash: 'oriel.dev/desired-hash',
  /** Rolls the agents where the static part of their configuration changed. */
  bootstrapHash: 'oriel.dev/bootstrap-hash',
} as const;

export const managedByValue = 'oriel';

/** Values of `app.kubernetes.io/component`; policies and the agents' own scraping select by them. */
export const components = {
  logs: 'agent-logs',
  metrics: 'agent-metrics',
  kubeStateMetrics: 'kube-state-metrics',
  nodeExporter: 'node-exporter',
} as const;
export type Component = (typeof components)[keyof typeof components];

export const names = {
  logs: 'oriel-agent-logs',
  metrics: 'oriel-agent-metrics',
  kubeStateMetrics: 'oriel-kube-state-metrics',
  nodeExporter: 'oriel-node-exporter',
  credential: 'oriel-agent-credential',
  bootstrap: 'oriel-agent-bootstrap',
  priorityClass: 'oriel-agent',
} as const;

export const ports = { agent: 12345, kubeStateMetrics: 8080, kubeStateMetricsSelf: 8081, nodeExporter: 9100 } as const;

/** Everything Oriel owns in a cluster, whichever installation put it there. */
export const ownedSelector = `${labels.managedBy}=${managedByValue}`;

/** ConfigMaps of a project's own whose keys are dashboards. Named in docs/grafana.md: people write it. */
export const dashboardSelector = 'oriel.io/dashboard=true';
