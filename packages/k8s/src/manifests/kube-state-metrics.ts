import { components, names, ports } from '../labels.ts';
import type { KubernetesObject } from '../objects.ts';
import { images, namespacedMeta, podLabels, priority, restrictedContainer, restrictedPod } from './common.ts';
import { rules } from './rbac.ts';

/** The state of workloads as metrics. It watches exactly what its role allows, or it would log refusals for ever. */
export function kubeStateMetrics(clusterId: string): KubernetesObject {
  const resources = rules.kubeStateMetrics.flatMap((rule) => rule.resources).sort();
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: namespacedMeta(clusterId, names.kubeStateMetrics, components.kubeStateMetrics),
    spec: {
      replicas: 1,
      revisionHistoryLimit: 2,
      selector: { matchLabels: podLabels(components.kubeStateMetrics) },
      template: {
        metadata: { labels: podLabels(components.kubeStateMetrics) },
        spec: {
          ...priority,
          nodeSelector: { 'kubernetes.io/os': 'linux' },
          serviceAccountName: names.kubeStateMetrics,
          automountServiceAccountToken: true,
          securityContext: restrictedPod,
          containers: [
            {
              name: 'kube-state-metrics',
              image: images.kubeStateMetrics,
              imagePullPolicy: 'IfNotPresent',
              args: [
                `--port=${ports.kubeStateMetrics}`,
                `--telemetry-port=${ports.kubeStateMetricsSelf}`,
                `--resources=${resources.join(',')}`,
              ],
              ports: [
                { name: 'http', containerPort: ports.kubeStateMetrics, protocol: 'TCP' },
                { name: 'telemetry', containerPort: ports.kubeStateMetricsSelf, protocol: 'TCP' },
              ],
              readinessProbe: { httpGet: { path: '/readyz', port: 'telemetry', scheme: 'HTTP' }, periodSeconds: 5 },
              resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '250m', memory: '256Mi' } },
              securityContext: restrictedContainer,
            },
          ],
        },
      },
    },
  };
}
