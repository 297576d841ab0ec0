import type { EffectiveSetting } from '@/features/policies/output.ts';
import type { ClusterDetail } from '../output.ts';

type Cluster = Pick<ClusterDetail, 'monitoringEnabled' | 'loggingEnabled'> & {
  readonly seed: { readonly name: string };
};
/** Undefined while it is not known: then nothing is said of it. */
type Value = EffectiveSetting['value'] | undefined;

/** What monitoring does, or would do. */
export function monitoringWords({ monitoringEnabled, seed }: Cluster, interval: Value): string {
  if (!monitoringEnabled) {
    return 'Off: nothing is scraped. Switching on starts one metrics agent, kube-state-metrics and a node exporter per node. What was stored before stays.';
  }
  const often = interval === undefined ? '' : `every ${interval} s, `;
  return `Nodes, pods, objects and annotated pods, ${often}to Mimir on ${seed.name}.`;
}

/** What logging does, or would do. */
export function loggingWords({ loggingEnabled, seed }: Cluster, keepsDebug: Value): string {
  if (!loggingEnabled) {
    return 'Off: no line is read. Switching on starts one agent per node; it reads what the nodes still hold. What was stored before stays.';
  }
  const reads = `One agent per node reads every container, to Loki on ${seed.name}.`;
  if (keepsDebug === undefined) return reads;
  return `${reads} Debug lines are ${keepsDebug === true ? 'kept' : 'dropped at the agent'}.`;
}
