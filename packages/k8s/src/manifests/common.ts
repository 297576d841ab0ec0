import { agentNamespace, versions } from '@oriel/domain/desired-state';
import { type Component, labels, managedByValue, names } from '../labels.ts';
import type { ObjectMeta } from '../objects.ts';

export const images = {
  alloy: `docker.io/grafana/alloy:v${versions.alloy}`,
  kubeStateMetrics: `registry.k8s.io/kube-state-metrics/kube-state-metrics:v${versions.kubeStateMetrics}`,
  /** Linked statically: it runs beside Alloy's own libraries. */
  busybox: 'docker.io/library/busybox:1.36-musl',
  nodeExporter: `quay.io/prometheus/node-exporter:v${versions.nodeExporter}`,
} as const;

/** Metadata of an object inside Oriel's namespace. */
export function namespacedMeta(clusterId: string, name: string, component?: Component): ObjectMeta {
  return { ...clusterMeta(clusterId, name, component), namespace: agentNamespace };
}

/** Metadata of an object outside any namespace. */
export function clusterMeta(clusterId: string, name: string, component?: Component): ObjectMeta {
  return {
    name,
    labels: {
      [labels.managedBy]: managedByValue,
      [labels.partOf]: managedByValue,
      [labels.cluster]: clusterId,
      ...(component === undefined ? {} : { [labels.component]: component }),
    },
  };
}

/** Labels of pods: what selectors, policies and the agents' own discovery go by. They never change. */
export function podLabels(component: Component): Record<string, string> {
  return { [labels.partOf]: managedByValue, [labels.component]: component };
}

/** Every node counts, tainted ones too (control plane, cordoned, under pressure). */
export const everyNode = {
  tolerations: [{ operator: 'Exists' }],
  nodeSelector: { 'kubernetes.io/os': 'linux' },
} as const;

export const rollingTenth = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } } as const;

/** A container in the sense of the Pod Security Standard "restricted", for an account that is not root. */
export const restrictedContainer = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
} as const;

export const restrictedPod = {
  runAsNonRoot: true,
  runAsUser: 65534,
  runAsGroup: 65534,
  fsGroup: 65534,
  seccompProfile: { type: 'RuntimeDefault' },
} as const;

export const priority = { priorityClassName: names.priorityClass } as const;
