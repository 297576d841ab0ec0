import type { DesiredState } from '@oriel/domain/desired-state';
import { ingestPaths } from '@oriel/domain/desired-state';
import { attributes, block, object, quote } from './alloy-syntax.ts';
import { components } from './components.ts';
import { allowedNames } from './metric-families.ts';
import {
  agentTargets,
  annotatedPodTargets,
  discovery,
  kubeletTargets,
  kubeStateMetricsTargets,
  nodeExporterTargets,
} from './metric-targets.ts';
import { seedTls } from './tls.ts';

const serviceAccount = '/var/run/secrets/kubernetes.io/serviceaccount';
const platformLabels = ['cluster', 'region', 'project'];

interface Job {
  readonly label: string;
  readonly name: string;
  readonly targets?: string;
  readonly forwardTo?: string;
  readonly settings?: Readonly<Record<string, string>>;
  readonly tls?: string;
}

/** The pipeline of the cluster's one metrics agent. */
export function renderMetrics(desired: DesiredState): string {
  const job = (settings: Job) => scrape(settings, desired.scrapeIntervalSeconds);
  return [
    discovery(),
    kubeletTargets(),
    job(kubelet({ label: components.kubelet, name: 'kubelet' })),
    job(
      kubelet({ label: components.cadvisor, name: 'cadvisor', settings: { metrics_path: quote('/metrics/cadvisor') } }),
    ),
    kubeStateMetricsTargets(),
    job({ label: components.kubeStateMetrics, name: 'kube-state-metrics', settings: { honor_labels: 'true' } }),
    nodeExporterTargets(),
    job({ label: components.nodeExporter, name: 'node-exporter' }),
    agentTargets(),
    job({ label: components.agents, name: 'oriel-agent' }),
    job(apiServer()),
    annotatedPodTargets(),
    job(annotatedPods()),
    keepAllowedFamilies(),
    writeToSeed(desired),
  ].join('\n\n');
}

function scrape({ label, name, targets, forwardTo, settings, tls }: Job, intervalSeconds: number): string {
  return block(
    `prometheus.scrape "${label}"`,
    attributes({
      targets: targets ?? `discovery.relabel.${label}.output`,
      forward_to: `[${forwardTo ?? `prometheus.relabel.${components.infrastructure}.receiver`}]`,
      job_name: quote(name),
      scrape_interval: quote(`${intervalSeconds}s`),
      scrape_timeout: quote(`${Math.min(10, intervalSeconds)}s`),
      ...settings,
    }),
    tls ?? '',
  );
}

/**
 * kubelets mostly serve a certificate they signed themselves, which nothing in the cluster can check. The token that
 * goes there may read nodes' metrics and discover pods and nodes, nothing else.
 */
function kubelet(job: Job): Job {
  return {
    ...job,
    targets: `discovery.relabel.${components.kubelet}.output`,
    settings: {
      scheme: quote('https'),
      ...job.settings,
      bearer_token_file: quote(`${serviceAccount}/token`),
      follow_redirects: 'false',
    },
    tls: block('tls_config', attributes({ insecure_skip_verify: 'true' })),
  };
}

/** The API server's own readiness checks: some fifty series, where its /metrics has tens of thousands. */
function apiServer(): Job {
  const address = 'sys.env("KUBERNETES_SERVICE_HOST") + ":" + sys.env("KUBERNETES_SERVICE_PORT_HTTPS")';
  return {
    label: components.apiServer,
    name: 'apiserver',
    targets: `[${object({ __address__: address, instance: quote('kubernetes') })}]`,
    settings: {
      scheme: quote('https'),
      metrics_path: quote('/metrics/slis'),
      bearer_token_file: quote(`${serviceAccount}/token`),
      follow_redirects: 'false',
    },
    tls: block(
      'tls_config',
      attributes({ ca_file: quote(`${serviceAccount}/ca.crt`), server_name: quote('kubernetes.default.svc') }),
    ),
  };
}

/** Limits per scrape: one pod that exposes too much fails alone, and says so in its series `up`. */
function annotatedPods(): Job {
  return {
    label: components.annotatedPods,
    name: 'pods',
    forwardTo: `prometheus.remote_write.${components.metricsSeed}.receiver`,
    settings: {
      sample_limit: '10000',
      label_limit: '60',
      label_value_length_limit: '1024',
      body_size_limit: quote('16MiB'),
      follow_redirects: 'false',
    },
  };
}

function keepAllowedFamilies(): string {
  const perContainer = 'container_(cpu|memory|fs|processes|threads|oom|start).*';
  return block(
    `prometheus.relabel "${components.infrastructure}"`,
    attributes({
      forward_to: `[prometheus.remote_write.${components.metricsSeed}.receiver]`,
      // Sized by what flows through, so that a large cluster does not thrash a fixed cache.
      max_cache_size: '0',
      cache_ttl: quote('10m'),
    }),
    block('rule', attributes({ source_labels: '["__name__"]', regex: quote(allowedNames()), action: quote('keep') })),
    // Control groups above the containers: their sum is in the containers' own series, the node's in node-exporter's.
    block(
      'rule',
      attributes({
        source_labels: '["__name__", "container"]',
        regex: quote(`${perContainer};(POD)?`),
        action: quote('drop'),
      }),
    ),
    ...healthChecks(),
    // The control group's path and the runtime's id make every restart a new set of series.
    block('rule', attributes({ regex: quote('id|name'), action: quote('labeldrop') })),
  );
}

/** One series per check. What it checks stands in `name`, a label that no other family may keep. */
function healthChecks(): string[] {
  const rule = (label: string, regex: string, values: Readonly<Record<string, string>>) =>
    block(
      'rule',
      attributes({
        source_labels: `["__name__", "${label}"]`,
        regex: quote(`kubernetes_healthcheck;${regex}`),
        ...values,
      }),
    );
  return [
    rule('type', '(healthz|livez)', { action: quote('drop') }),
    rule('name', '(.+)', { target_label: quote('check'), replacement: quote('$1') }),
  ];
}

/**
 * The platform's labels are set here, over whatever a pod exposes: its own move to `exported_…`. External labels would
 * not do, since a series that already has the label keeps its own value.
 */
function writeToSeed({ ingest, clusterName, region, projectSlug }: DesiredState): string {
  const values = [clusterName, region, projectSlug];
  return block(
    `prometheus.remote_write "${components.metricsSeed}"`,
    block(
      'endpoint',
      attributes({
        url: quote(ingest.url + ingestPaths.metricsPush),
        remote_timeout: quote('30s'),
        follow_redirects: 'false',
      }),
      block(
        'queue_config',
        attributes({
          max_shards: '10',
          batch_send_deadline: quote('5s'),
          min_backoff: quote('1s'),
          max_backoff: quote('30s'),
        }),
      ),
      seedTls(),
      block(
        'write_relabel_config',
        attributes({
          regex: quote(`(${platformLabels.join('|')})`),
          replacement: quote('exported_$1'),
          action: quote('labelmap'),
        }),
      ),
      ...platformLabels.map((label, index) =>
        block(
          'write_relabel_config',
          attributes({ target_label: quote(label), replacement: quote(values[index] ?? '') }),
        ),
      ),
    ),
    block('wal', attributes({ truncate_frequency: quote('30m'), max_keepalive_time: quote('8h') })),
  );
}
