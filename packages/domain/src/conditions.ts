/** Conditions of a cluster, in Kubernetes' sense: type, status, reason, message, last transition. */
export const clusterConditionTypes = [
  'Reachable',
  'AgentsReady',
  'LogsFresh',
  'MetricsFresh',
  'InSync',
  'DashboardsRead',
] as const;
export type ClusterConditionType = (typeof clusterConditionTypes)[number];
export type ConditionStatus = 'True' | 'False' | 'Unknown';

export interface Condition {
  readonly type: ClusterConditionType;
  readonly status: ConditionStatus;
  /** One CamelCase word, stable for programs: `TlsExpired`, `Forbidden`, `AsDesired`. */
  readonly reason: string;
  /** A sentence for people: what is wrong and what to do. */
  readonly message: string;
  /** When the status last changed. */
  readonly lastTransitionAt: Date;
  /** When it was last looked at; its age is shown beside a stale value. */
  readonly observedAt: Date;
}

export type ConditionInput = Omit<Condition, 'lastTransitionAt' | 'observedAt'>;

/** Keeps the transition time while the status stays the same (the rule of Kubernetes' API conventions). */
export function nextCondition(previous: Condition | undefined, input: ConditionInput, now: Date): Condition {
  const unchanged = previous !== undefined && previous.status === input.status;
  return { ...input, lastTransitionAt: unchanged ? previous.lastTransitionAt : now, observedAt: now };
}

export type ClusterHealth = 'healthy' | 'unreachable' | 'metrics_stale' | 'logs_stale' | 'changing' | 'waiting' | 'off';
