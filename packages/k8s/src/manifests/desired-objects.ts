import type { AgentCertificate, DesiredState } from '@oriel/domain/desired-state';
import { components, names } from '../labels.ts';
import type { KubernetesObject } from '../objects.ts';
import { type BootstrapTexts, bootstrap } from './bootstrap.ts';
import { credential } from './credential.ts';
import { kubeStateMetrics } from './kube-state-metrics.ts';
import { logsAgent } from './logs-agent.ts';
import { metricsAgent } from './metrics-agent.ts';
import { namespace, priorityClass } from './namespace.ts';
import { networkPolicies } from './network-policies.ts';
import { nodeExporter } from './node-exporter.ts';
import { access, serviceAccount } from './rbac.ts';

export interface ManifestInput {
  readonly desired: DesiredState;
  readonly certificate: AgentCertificate;
  /** Rendered by @oriel/agent-config: manifests only carry them. */
  readonly bootstrapTexts: BootstrapTexts;
  /** Port of the API server in the kubeconfig. */
  readonly apiServerPort: number;
}

/** Everything one cluster should hold; nothing at all where monitoring and logging are both off. Pure. */
export function desiredObjects({
  desired,
  certificate,
  bootstrapTexts,
  apiServerPort,
}: ManifestInput): KubernetesObject[] {
  const { clusterId, monitoring, logging, ingest } = desired;
  if (!monitoring && !logging) return [];
  return [
    namespace(clusterId),
    priorityClass(clusterId),
    credential(clusterId, certificate, ingest.caPem),
    bootstrap(clusterId, bootstrapTexts),
    ...networkPolicies({ clusterId, monitoring, logging, ingestUrl: ingest.url, apiServerPort }),
    ...(logging
      ? [serviceAccount(clusterId, names.logs, components.logs), logsAgent(desired, bootstrapTexts.logs)]
      : []),
    ...(monitoring
      ? [
          ...access(clusterId, 'metrics'),
          metricsAgent(desired, bootstrapTexts.metrics),
          ...access(clusterId, 'kubeStateMetrics'),
          kubeStateMetrics(clusterId),
          serviceAccount(clusterId, names.nodeExporter, components.nodeExporter),
          nodeExporter(clusterId),
        ]
      : []),
  ];
}
