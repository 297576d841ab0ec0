import { names } from './labels.ts';
import type { KubernetesObject } from './objects.ts';

export interface WorkloadReadiness {
  readonly name: string;
  /** Pods of the newest version that are available, and how many there should be. */
  readonly ready: number;
  readonly wanted: number;
  /** True where the controller has acted on the newest version and all its pods are available. */
  readonly settled: boolean;
}

interface Status {
  readonly observedGeneration?: number;
  readonly desiredNumberScheduled?: number;
  readonly updatedNumberScheduled?: number;
  readonly numberAvailable?: number;
  readonly updatedReplicas?: number;
  readonly availableReplicas?: number;
  readonly replicas?: number;
}

/** How far a DaemonSet or Deployment has come, by the rules of `kubectl rollout status`. */
export function readinessOf(workload: KubernetesObject): WorkloadReadiness {
  const status = (workload.status ?? {}) as Status;
  const seen = (status.observedGeneration ?? 0) >= (workload.metadata.generation ?? 0);
  const isDaemonSet = workload.kind === 'DaemonSet';
  const replicas = (workload.spec as { replicas?: number } | undefined)?.replicas ?? 1;
  const wanted = isDaemonSet ? (status.desiredNumberScheduled ?? 0) : replicas;
  const updated = (isDaemonSet ? status.updatedNumberScheduled : status.updatedReplicas) ?? 0;
  const available = (isDaemonSet ? status.numberAvailable : status.availableReplicas) ?? 0;
  const noneLeftOver = isDaemonSet || (status.replicas ?? 0) <= updated;
  const ready = Math.min(updated, available);
  return { name: workload.metadata.name, ready, wanted, settled: seen && noneLeftOver && ready >= wanted };
}

/** `logs 3/3, metrics 1/1, kube-state-metrics 0/1` */
export function describeReadiness(workloads: readonly WorkloadReadiness[]): string {
  return workloads.map(({ name, ready, wanted }) => `${shortName(name)} ${ready}/${wanted}`).join(', ');
}

function shortName(name: string): string {
  if (name === names.logs) return 'logs';
  if (name === names.metrics) return 'metrics';
  return name.replace(/^oriel-/, '');
}
