import { agentNamespace } from '@oriel/domain/desired-state';
import { names } from '../labels.ts';
import type { KubernetesObject } from '../objects.ts';
import { clusterMeta } from './common.ts';

/**
 * Reading pod logs and a node's figures needs hostPath, which only "privileged" admits; what Oriel runs beside that
 * keeps to "restricted", and the warning level shows where it does not.
 */
export function namespace(clusterId: string): KubernetesObject {
  const metadata = clusterMeta(clusterId, agentNamespace);
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      ...metadata,
      labels: {
        ...metadata.labels,
        'pod-security.kubernetes.io/enforce': 'privileged',
        'pod-security.kubernetes.io/audit': 'restricted',
      },
    },
  };
}

/** Above ordinary work, below the cluster's own: agents must stay when a node fills up, and push nobody aside. */
export function priorityClass(clusterId: string): KubernetesObject {
  return {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: clusterMeta(clusterId, names.priorityClass),
    value: 1_000_000,
    preemptionPolicy: 'Never',
    description: 'Agents that collect logs and metrics for Oriel.',
  };
}
