import { agentNamespace } from '@oriel/domain/desired-state';
import { attributes, block, list, quote } from './alloy-syntax.ts';
import { components, metricsPorts, workloads } from './components.ts';

interface Rule {
  readonly from?: readonly string[];
  readonly regex?: string;
  readonly to?: string;
  readonly replacement?: string;
  readonly action?: 'keep' | 'drop' | 'keepequal';
}

const pod = (name: string) => `__meta_kubernetes_pod_${name}`;
const annotation = (name: string) => pod(`annotation_prometheus_io_${name}`);

function rule({ from, regex, to, replacement, action }: Rule): string {
  return block(
    'rule',
    attributes({
      ...(from && { source_labels: list(from) }),
      ...(regex !== undefined && { regex: quote(regex) }),
      ...(to !== undefined && { target_label: quote(to) }),
      ...(replacement !== undefined && { replacement: quote(replacement) }),
      ...(action && { action: quote(action) }),
    }),
  );
}

function relabel(label: string, targets: string, rules: readonly Rule[]): string {
  return block(`discovery.relabel "${label}"`, attributes({ targets }), ...rules.map(rule));
}

const copy = (from: string, to: string): Rule => ({ from: [from], to });
const podLabels: readonly Rule[] = [
  copy('__meta_kubernetes_namespace', 'namespace'),
  copy(pod('name'), 'pod'),
  copy(pod('container_name'), 'container'),
  copy(pod('node_name'), 'node'),
];
const notAnInitContainer: Rule = { from: [pod('container_init')], regex: 'true', action: 'drop' };

/** The pod's address with the port that stands in a label; IPv6 wants brackets. */
function address(portLabel: string): Rule[] {
  const from = [pod('ip'), portLabel];
  return [
    { from, regex: '([^:;]+);(\\d+)', to: '__address__', replacement: '$1:$2' },
    { from, regex: '([^;]*:[^;]*);(\\d+)', to: '__address__', replacement: '[$1]:$2' },
  ];
}

/** One watch on nodes and one on pods serve every job. */
export function discovery(): string {
  const kinds = [
    [components.nodes, 'node'],
    [components.pods, 'pod'],
  ] as const;
  return kinds
    .map(([label, role]) => block(`discovery.kubernetes "${label}"`, attributes({ role: quote(role) })))
    .join('\n\n');
}

export function kubeletTargets(): string {
  return relabel(components.kubelet, `discovery.kubernetes.${components.nodes}.targets`, [
    copy('__meta_kubernetes_node_name', 'node'),
    copy('__meta_kubernetes_node_name', 'instance'),
  ]);
}

/** Pods of one workload in the agent namespace, at a port that is fixed by its manifest. */
function workloadTargets(label: string, names: readonly string[], port: number, extra: readonly Rule[]): string {
  return relabel(label, `discovery.kubernetes.${components.pods}.targets`, [
    {
      from: ['__meta_kubernetes_namespace', pod('name'), pod('phase')],
      regex: `${agentNamespace};(${names.join('|')})-.+;Running`,
      action: 'keep',
    },
    notAnInitContainer,
    { to: '__tmp_wanted', replacement: String(port) },
    ...address('__tmp_wanted'),
    ...extra,
  ]);
}

/** kube-state-metrics names other pods in its series: labels of its own would hide theirs. */
export function kubeStateMetricsTargets(): string {
  const instance: Rule = copy(pod('name'), 'instance');
  return workloadTargets(components.kubeStateMetrics, [workloads.kubeStateMetrics], metricsPorts.kubeStateMetrics, [
    instance,
  ]);
}

export function nodeExporterTargets(): string {
  return workloadTargets(components.nodeExporter, [workloads.nodeExporter], metricsPorts.nodeExporter, [
    copy(pod('node_name'), 'node'),
    copy(pod('node_name'), 'instance'),
  ]);
}

export function agentTargets(): string {
  return workloadTargets(components.agents, [workloads.logs, workloads.metrics], metricsPorts.alloy, podLabels);
}

/**
 * Pods that ask for it by `prometheus.io/scrape: "true"`, with `port`, `path` and `scheme` as further annotations. With
 * `port` set, the container that declares this port is scraped, or one that declares none; without it, every declared
 * port. So a pod with a sidecar is scraped once, under the right container's name.
 */
export function annotatedPodTargets(): string {
  const declared = pod('container_port_number');
  return relabel(components.annotatedPods, `discovery.kubernetes.${components.pods}.targets`, [
    { from: [annotation('scrape')], regex: 'true', action: 'keep' },
    { from: [pod('phase')], regex: 'Running', action: 'keep' },
    notAnInitContainer,
    { from: [annotation('port'), declared], regex: '(\\d*);(\\d*)', to: '__tmp_wanted', replacement: '$1' },
    { from: [annotation('port'), declared], regex: ';(\\d+)', to: '__tmp_wanted', replacement: '$1' },
    { from: [annotation('port'), declared], regex: '(\\d*);(\\d*)', to: '__tmp_declared', replacement: '$2' },
    { from: [annotation('port'), declared], regex: '(\\d+);', to: '__tmp_declared', replacement: '$1' },
    { from: ['__tmp_wanted'], regex: '\\d+', action: 'keep' },
    { from: ['__tmp_declared'], to: '__tmp_wanted', action: 'keepequal' },
    ...address('__tmp_wanted'),
    { from: [annotation('path')], regex: '(/.*)', to: '__metrics_path__' },
    { from: [annotation('scheme')], regex: '(https?)', to: '__scheme__' },
    ...podLabels,
  ]);
}
