import type { ConditionInput } from '@oriel/domain/conditions';
import type { DesiredState } from '@oriel/domain/desired-state';
import type { KubernetesObject } from '@oriel/k8s/objects';
import { describeReadiness, readinessOf } from '@oriel/k8s/readiness';

/** Whether the agents run, from the workloads' own status. */
export function agentsReady(desired: DesiredState, workloads: readonly KubernetesObject[]): ConditionInput {
  const type = 'AgentsReady';
  if (!desired.monitoring && !desired.logging) {
    return { type, status: 'Unknown', reason: 'SwitchedOff', message: 'Monitoring and logging are switched off.' };
  }
  const found = workloads.map(readinessOf);
  const text = describeReadiness(found);
  if (found.length === 0)
    return { type, status: 'False', reason: 'NotInstalled', message: 'The agents are not installed.' };
  if (found.every(({ settled }) => settled))
    return { type, status: 'True', reason: 'AllReady', message: `Ready: ${text}.` };
  return { type, status: 'False', reason: 'NotReady', message: `Not all agents are ready: ${text}.` };
}
