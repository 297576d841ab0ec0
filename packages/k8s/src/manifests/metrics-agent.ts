import type { DesiredState } from '@oriel/domain/desired-state';
import { annotations, components, names } from '../labels.ts';
import { hashOf, type KubernetesObject } from '../objects.ts';
import { alloyContainer, alloyVolumes } from './alloy-container.ts';
import { namespacedMeta, podLabels, priority, restrictedContainer, restrictedPod } from './common.ts';

/**
 * One Alloy that scrapes the cluster. "restricted" admits no hostPath, so its storage lives with the pod: samples
 * not yet sent die with it in any case, and its configuration comes from nginx even with the control plane down.
 */
export function metricsAgent({ clusterId, agentMemoryMiB }: DesiredState, bootstrapText: string): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: namespacedMeta(clusterId, names.metrics, components.metrics),
    spec: {
      replicas: 1,
      revisionHistoryLimit: 2,
      // Two at once would write every series twice.
      strategy: { type: 'Recreate' },
      selector: { matchLabels: podLabels(components.metrics) },
      template: {
        metadata: {
          labels: podLabels(components.metrics),
          annotations: { [annotations.bootstrapHash]: hashOf(bootstrapText) },
        },
        spec: {
          ...priority,
          nodeSelector: { 'kubernetes.io/os': 'linux' },
          serviceAccountName: names.metrics,
          automountServiceAccountToken: true,
          terminationGracePeriodSeconds: 30,
          securityContext: restrictedPod,
          containers: [{ ...alloyContainer('metrics', agentMemoryMiB.metrics), securityContext: restrictedContainer }],
          volumes: [...alloyVolumes(0o440), { name: 'storage', emptyDir: { sizeLimit: '8Gi' } }],
        },
      },
    },
  };
}
