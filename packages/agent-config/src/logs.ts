import type { DesiredState } from '@oriel/domain/desired-state';
import { ingestPaths } from '@oriel/domain/desired-state';
import { attributes, block, object, quote } from './alloy-syntax.ts';
import { components } from './components.ts';
import { dropDebugStages, keptLabels, levelStages } from './log-levels.ts';
import { joinStages } from './multiline.ts';
import { seedTls } from './tls.ts';

/**
 * kubelet's files: `<restarts>.log`, and while it waits for the next rotation the newest rotated one under its time
 * stamp. Older ones are `.gz` and are not read. Files, not the API server, say which pods there are: the agent then
 * needs no right to list pods, starts while the API server is away, and reads a short-lived pod to its end.
 */
const openFiles = '/var/log/pods/*/*/*.log';
const rotatedFiles = '/var/log/pods/*/*/*.log.????????-??????';
const podLogPath = '/var/log/pods/([^_/]+)_([^_/]+)_[^/]+/([^/]+)/[^/]+';

/** Loki refuses lines this much older than the newest of their stream (half of its max_chunk_age, 2 h by default). */
const rereadNoOlderThan = '1h';
/** Below Loki's default max_line_size of 256 KiB: a longer line would be refused whole. */
const longestLine = 250 * 1024;

/** The pipeline of one node's log agent. It is the same text on every node of the cluster. */
export function renderLogs(desired: DesiredState): string {
  return [discoverFiles(), readFiles(), processLines(desired), writeToSeed(desired)].join('\n\n');
}

function discoverFiles(): string {
  const targets = [openFiles, rotatedFiles].map((path) => object({ __path__: quote(path) })).join(', ');
  const rule = (values: Record<string, string>) => block('rule', attributes(values));
  const fromPath = (label: string, group: number) =>
    rule({
      source_labels: '["__path__"]',
      regex: quote(podLogPath),
      target_label: quote(label),
      replacement: quote(`$${group}`),
    });
  return [
    block(
      `local.file_match "${components.podLogFiles}"`,
      attributes({ path_targets: `[${targets}]`, sync_period: '"5s"' }),
    ),
    block(
      `discovery.relabel "${components.podLogTargets}"`,
      attributes({ targets: `local.file_match.${components.podLogFiles}.targets` }),
      rule({ source_labels: '["__path__"]', regex: quote(podLogPath), action: quote('keep') }),
      fromPath('namespace', 1),
      fromPath('pod', 2),
      fromPath('container', 3),
      // Marks a file that was read once already, under its former name, unless the agent fell behind.
      rule({
        source_labels: '["__path__"]',
        regex: quote('.+\\.log\\.[0-9-]+'),
        target_label: quote('rotated'),
        replacement: quote('yes'),
      }),
      rule({ target_label: quote('node'), replacement: 'sys.env("NODE_NAME")' }),
    ),
  ].join('\n\n');
}

function readFiles(): string {
  return block(
    `loki.source.file "${components.podLogs}"`,
    attributes({
      targets: `discovery.relabel.${components.podLogTargets}.output`,
      forward_to: `[loki.process.${components.podLogLines}.receiver]`,
    }),
    block('file_watch', attributes({ min_poll_frequency: '"250ms"', max_poll_frequency: '"2s"' })),
  );
}

function processLines({ keepDebug, keepDebugUntil }: DesiredState): string {
  return block(
    `loki.process "${components.podLogLines}"`,
    attributes({ forward_to: `[loki.write.${components.logsSeed}.receiver]` }),
    // Keeps the container's time stamp, so that a line read twice is one line in Loki.
    block(
      'stage.cri',
      attributes({
        max_partial_lines: '1000',
        max_partial_line_size: String(longestLine),
        max_partial_line_size_truncate: 'true',
      }),
    ),
    block(
      'stage.match',
      attributes({ selector: quote('{rotated="yes"}') }),
      block(
        'stage.drop',
        attributes({ older_than: quote(rereadNoOlderThan), drop_counter_reason: quote('read_before') }),
      ),
    ),
    ...joinStages(),
    block('stage.truncate', block('rule', attributes({ limit: quote(`${longestLine / 1024}KiB`) }))),
    ...levelStages(),
    ...(keepDebug ? [] : dropDebugStages(keepDebugUntil)),
    block('stage.structured_metadata', attributes({ values: object({ node: '""', stream: '""' }) })),
    block('stage.label_keep', attributes({ values: keptLabels })),
  );
}

function writeToSeed({ ingest, clusterName, region, projectSlug }: DesiredState): string {
  return block(
    `loki.write "${components.logsSeed}"`,
    attributes({
      external_labels: object({ cluster: quote(clusterName), region: quote(region), project: quote(projectSlug) }),
    }),
    block(
      'endpoint',
      attributes({
        url: quote(ingest.url + ingestPaths.logsPush),
        // 0 is "for ever": the files are the buffer, and giving up would lose what was read from them.
        max_backoff_retries: '0',
        max_backoff_period: '"30s"',
        remote_timeout: '"30s"',
        follow_redirects: 'false',
      }),
      seedTls(),
    ),
  );
}
