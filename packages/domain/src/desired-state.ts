/** What one cluster should run. Pure data: the planner, the manifests and the pipeline are functions of it. */
export interface DesiredState {
  readonly clusterId: string;
  readonly clusterName: string;
  readonly projectSlug: string;
  readonly region: string;
  readonly monitoring: boolean;
  readonly logging: boolean;
  /** Debug lines are dropped at the agent unless they are kept by policy … */
  readonly keepDebug: boolean;
  /** … or for a while, while this lies in the future (Unix seconds). */
  readonly keepDebugUntil: number | null;
  /** Seconds between scrapes. */
  readonly scrapeIntervalSeconds: number;
  /** Memory limit of one agent of each role, in MiB. */
  readonly agentMemoryMiB: Readonly<Record<AgentRole, number>>;
  readonly ingest: IngestEndpoint;
}

export interface IngestEndpoint {
  /** `https://host:port` of the seed's nginx as seen from the cluster. */
  readonly url: string;
  /** PEM of the authority that signed nginx's server certificate. */
  readonly caPem: string;
}

/** The client certificate that an agent shows; its subject's CN is the cluster id. */
export interface AgentCertificate {
  readonly certPem: string;
  readonly keyPem: string;
}

export const agentRoles = ['logs', 'metrics'] as const;
export type AgentRole = (typeof agentRoles)[number];

/** Namespace that Oriel owns in a user cluster. */
export const agentNamespace = 'oriel-agent';

export const versions = {
  alloy: '1.19.0',
  kubeStateMetrics: '2.18.0',
  nodeExporter: '1.9.1',
} as const;

/** Paths of the seed's nginx. Nothing else is open. The remote-configuration base carries role and node: nginx caches by cluster and role. */
export const ingestPaths = {
  logsPush: '/loki/api/v1/push',
  metricsPush: '/api/v1/push',
  remoteConfigBase: (role: AgentRole) => `/agents/${role}`,
} as const;
