import { platformOrgId, seedJobs } from '@oriel/domain/platform-tenant';
import { attributes, block, object, quote } from './alloy-syntax.ts';
import { allowedSeedNames } from './seed-metric-families.ts';

/** The seed as an agent beside its stores sees it. Base addresses without a trailing slash. */
export interface SeedSurroundings {
  readonly seed: string;
  readonly region: string;
  readonly logsUrl: string;
  readonly metricsUrl: string;
  /** `host:port` on which the ingest gateway takes connections. */
  readonly ingestAddress: string;
  /** `host:port` of this agent's own metrics. */
  readonly ownAddress: string;
  /** Log files by the job that writes them; patterns are fine. */
  readonly logFiles: Readonly<Record<string, string>>;
}

const interval = '30s';

/**
 * The whole configuration of the Alloy that watches a seed: the stores' own metrics, whether the ingest gateway's door
 * is open and how long its certificate lasts, and what all three write to their logs. It ends in the seed itself, under
 * the platform's tenant, which administrators alone may read.
 */
export function renderSeedAgent(seed: SeedSurroundings): string {
  const at = (url: string) => new URL(url).host;
  return `${[
    block('logging', attributes({ level: quote('warn'), format: quote('logfmt') })),
    scrape('loki', seedJobs.loki, target(at(seed.logsUrl), 'loki')),
    scrape('mimir', seedJobs.mimir, target(at(seed.metricsUrl), 'mimir')),
    scrape('agent', seedJobs.agent, target(seed.ownAddress, 'seed-agent')),
    probe(seed.ingestAddress),
    scrape('ingest', seedJobs.ingest, 'discovery.relabel.ingest.output'),
    keepFamilies(),
    writeMetrics(seed),
    ...readLogs(seed),
  ].join('\n\n')}\n`;
}

const target = (address: string, instance: string) =>
  `[${object({ __address__: quote(address), instance: quote(instance) })}]`;

function scrape(label: string, job: string, targets: string): string {
  return block(
    `prometheus.scrape "${label}"`,
    attributes({
      targets,
      forward_to: '[prometheus.relabel.seed.receiver]',
      job_name: quote(job),
      scrape_interval: quote(interval),
      scrape_timeout: quote('10s'),
    }),
  );
}

/** A handshake and nothing more: agents check the certificate themselves, here its end is read. */
function probe(address: string): string {
  const modules = {
    tls: { prober: 'tcp', timeout: '5s', tcp: { tls: true, tls_config: { insecure_skip_verify: true } } },
  };
  return [
    block(
      'prometheus.exporter.blackbox "ingest"',
      attributes({ config: quote(JSON.stringify({ modules })) }),
      block('target', attributes({ name: quote('ingest'), address: quote(address), module: quote('tls') })),
    ),
    block(
      'discovery.relabel "ingest"',
      attributes({ targets: 'prometheus.exporter.blackbox.ingest.targets' }),
      block('rule', attributes({ target_label: quote('job'), replacement: quote(seedJobs.ingest) })),
      block('rule', attributes({ target_label: quote('instance'), replacement: quote('ingest') })),
    ),
  ].join('\n\n');
}

/** Buckets are kept for what people and agents wait for; each of the other routes has its sum and its count. */
function keepFamilies(): string {
  const waitedFor = '(loki_)?api_v1_push|loki_api_v1_query(_range)?|prometheus_api_v1_query(_range)?';
  const rule = (values: Readonly<Record<string, string>>) => block('rule', attributes(values));
  return block(
    'prometheus.relabel "seed"',
    attributes({ forward_to: '[prometheus.remote_write.platform.receiver]' }),
    rule({ source_labels: '["__name__"]', regex: quote(allowedSeedNames()), action: quote('keep') }),
    rule({
      source_labels: '["__name__", "route"]',
      regex: quote(`.+_bucket;(${waitedFor})`),
      target_label: quote('__tmp_wanted'),
      replacement: quote('yes'),
    }),
    rule({ source_labels: '["__name__", "__tmp_wanted"]', regex: quote('.+_bucket;'), action: quote('drop') }),
    rule({ regex: quote('__tmp_wanted'), action: quote('labeldrop') }),
  );
}

function writeMetrics({ seed, region, metricsUrl }: SeedSurroundings): string {
  return block(
    'prometheus.remote_write "platform"',
    attributes({ external_labels: object({ seed: quote(seed), region: quote(region) }) }),
    block(
      'endpoint',
      attributes({
        url: quote(`${metricsUrl}/api/v1/push`),
        headers: object({ '"X-Scope-OrgID"': quote(platformOrgId) }),
      }),
    ),
  );
}

function readLogs({ seed, region, logsUrl, logFiles }: SeedSurroundings): string[] {
  const files = Object.entries(logFiles).map(([job, path]) => object({ __path__: quote(path), job: quote(job) }));
  return [
    block('local.file_match "seed"', attributes({ path_targets: `[${files.join(', ')}]` })),
    block(
      'loki.source.file "seed"',
      attributes({
        targets: 'local.file_match.seed.targets',
        forward_to: '[loki.process.seed.receiver]',
        // What was said before this agent came is old news.
        tail_from_end: 'true',
      }),
    ),
    block(
      'loki.process "seed"',
      attributes({ forward_to: '[loki.write.platform.receiver]' }),
      block('stage.json', attributes({ expressions: object({ status: '""' }) })),
      block('stage.labels', attributes({ values: object({ status: '""' }) })),
      block('stage.label_keep', attributes({ values: '["job", "status"]' })),
    ),
    block(
      'loki.write "platform"',
      attributes({ external_labels: object({ seed: quote(seed), region: quote(region) }) }),
      block('endpoint', attributes({ url: quote(`${logsUrl}/loki/api/v1/push`), tenant_id: quote(platformOrgId) })),
    ),
  ];
}
