/**
 * Labels of the components in the rendered pipeline. They are an interface: Alloy keeps the read positions of files
 * and the samples still to be sent in folders named after them, so a renamed one reads every log file again.
 */
export const components = {
  podLogFiles: 'pod_log_files',
  podLogTargets: 'pod_log_targets',
  podLogs: 'pod_logs',
  podLogLines: 'pod_log_lines',
  logsSeed: 'seed',
  nodes: 'nodes',
  pods: 'pods',
  kubelet: 'kubelet',
  cadvisor: 'cadvisor',
  kubeStateMetrics: 'kube_state_metrics',
  nodeExporter: 'node_exporter',
  agents: 'agents',
  apiServer: 'api_server',
  annotatedPods: 'annotated_pods',
  infrastructure: 'infrastructure',
  metricsSeed: 'seed',
} as const;

/** Where the credential of the cluster is mounted in every agent pod. Files, so that a renewed one needs no reload. */
export const credentialFiles = {
  ca: '/etc/oriel/tls/ca.crt',
  cert: '/etc/oriel/tls/tls.crt',
  key: '/etc/oriel/tls/tls.key',
} as const;

/** Ports on which the workloads in the agent namespace serve their own metrics. */
export const metricsPorts = {
  alloy: 12345,
  kubeStateMetrics: 8080,
  nodeExporter: 9100,
} as const;

/** Names of the workloads in the agent namespace; their pods' names start with them. */
export const workloads = {
  logs: 'oriel-agent-logs',
  metrics: 'oriel-agent-metrics',
  kubeStateMetrics: 'oriel-kube-state-metrics',
  nodeExporter: 'oriel-node-exporter',
} as const;
