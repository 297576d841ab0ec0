import { agentNamespace } from '@oriel/domain/desired-state';
import { type Component, components, names } from '../labels.ts';
import type { KubernetesObject } from '../objects.ts';
import { clusterMeta, namespacedMeta } from './common.ts';

export interface PolicyRule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  readonly verbs: readonly string[];
}

const listAndWatch = ['list', 'watch'] as const;

/**
 * Rights of the workloads that need any: named resources, reading only, no wildcard and no secret. The logs agent
 * works from files and has none.
 */
export const rules = {
  metrics: [
    { apiGroups: [''], resources: ['nodes', 'pods'], verbs: ['get', ...listAndWatch] },
    // The kubelet's own figures and cAdvisor's, asked from the kubelet itself.
    { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
    { nonResourceURLs: ['/metrics/slis'], verbs: ['get'] },
  ],
  kubeStateMetrics: [
    {
      apiGroups: [''],
      resources: ['namespaces', 'nodes', 'persistentvolumeclaims', 'persistentvolumes', 'pods', 'resourcequotas'],
      verbs: listAndWatch,
    },
    {
      apiGroups: ['apps'],
      resources: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'],
      verbs: listAndWatch,
    },
    { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs: listAndWatch },
    { apiGroups: ['autoscaling'], resources: ['horizontalpodautoscalers'], verbs: listAndWatch },
  ],
} as const satisfies Record<string, readonly PolicyRule[]>;

/** Service account, cluster role and binding of one workload. */
export function access(clusterId: string, workload: keyof typeof rules): KubernetesObject[] {
  const name = names[workload];
  const component: Component = components[workload];
  const rbac = 'rbac.authorization.k8s.io';
  return [
    serviceAccount(clusterId, name, component),
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRole',
      metadata: clusterMeta(clusterId, name, component),
      rules: rules[workload],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: clusterMeta(clusterId, name, component),
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: agentNamespace }],
    },
  ];
}

/** An account; its token is mounted only where a pod asks for it. */
export function serviceAccount(clusterId: string, name: string, component: Component): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: namespacedMeta(clusterId, name, component),
    automountServiceAccountToken: false,
  };
}
