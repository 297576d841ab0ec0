import { type Component, components, labels, managedByValue, ports } from '../labels.ts';
import type { KubernetesObject } from '../objects.ts';
import { namespacedMeta, podLabels } from './common.ts';

export interface NetworkInput {
  readonly clusterId: string;
  readonly monitoring: boolean;
  readonly logging: boolean;
  /** `https://host:port` of the seed's nginx. */
  readonly ingestUrl: string;
  /** Port in the kubeconfig; policies see the API server's own port, which is often another than the service's 443. */
  readonly apiServerPort: number;
}

/** Nothing may enter or leave but what the agents need. */
export function networkPolicies(input: NetworkInput): KubernetesObject[] {
  const url = new URL(input.ingestUrl);
  const outside = unique([443, 6443, input.apiServerPort, url.port === '' ? 443 : Number(url.port)]);
  const policies = [
    policy(input, 'oriel-default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
    policy(input, 'oriel-outbound', {
      podSelector: {
        matchExpressions: [
          {
            key: labels.component,
            operator: 'In',
            values: [components.logs, components.metrics, components.kubeStateMetrics],
          },
        ],
      },
      policyTypes: ['Egress'],
      egress: [{ ports: [port('UDP', 53), port('TCP', 53)] }, { ports: outside.map((number) => port('TCP', number)) }],
    }),
  ];
  if (!input.monitoring) return policies;
  return [
    ...policies,
    // Annotated pods listen wherever they like.
    policy(input, 'oriel-scrape', {
      podSelector: { matchLabels: podLabels(components.metrics) },
      policyTypes: ['Egress'],
      egress: [{}],
    }),
    scraped(input, 'oriel-scraped-agents', [components.logs, components.metrics], [ports.agent]),
    scraped(
      input,
      'oriel-scraped-exporters',
      [components.kubeStateMetrics, components.nodeExporter],
      [ports.kubeStateMetrics, ports.kubeStateMetricsSelf, ports.nodeExporter],
    ),
  ];
}

function scraped(
  input: NetworkInput,
  name: string,
  targets: readonly Component[],
  openPorts: readonly number[],
): KubernetesObject {
  return policy(input, name, {
    podSelector: { matchExpressions: [{ key: labels.component, operator: 'In', values: targets }] },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [
          { podSelector: { matchLabels: { [labels.partOf]: managedByValue, [labels.component]: components.metrics } } },
        ],
        ports: openPorts.map((number) => port('TCP', number)),
      },
    ],
  });
}

function policy(input: NetworkInput, name: string, spec: Record<string, unknown>): KubernetesObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: namespacedMeta(input.clusterId, name),
    spec,
  };
}

function port(protocol: 'TCP' | 'UDP', number: number) {
  return { protocol, port: number };
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((left, right) => left - right);
}
