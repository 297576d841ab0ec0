import { createHash } from 'node:crypto';
import { type AgentRole, type DesiredState, type IngestEndpoint, ingestPaths } from '@oriel/domain/desired-state';
import { attributes, block, object, quote } from './alloy-syntax.ts';
import { renderLogs } from './logs.ts';
import { renderMetrics } from './metrics.ts';
import { seedTls } from './tls.ts';

/**
 * Alloy's configuration for all agents of one role in one cluster, as handed out by remote configuration. It has none
 * of the blocks that are refused there (logging, tracing, http, livedebugging) and names no node: nginx caches it per
 * cluster and role. A role that is off gets a text without components: an empty one Alloy would ignore.
 */
export function renderPipeline(desired: DesiredState, role: AgentRole): string {
  const isOn = role === 'logs' ? desired.logging : desired.monitoring;
  if (!isOn) return `// ${role === 'logs' ? 'Logging' : 'Monitoring'} is switched off for this cluster.\n`;
  return `${role === 'logs' ? renderLogs(desired) : renderMetrics(desired)}\n`;
}

/** What the agent compares and reports: lower-case hexadecimal SHA-256 of the text. */
export function hashOf(pipeline: string): string {
  return createHash('sha256').update(pipeline).digest('hex');
}

/**
 * The file in the agent's ConfigMap: where to get everything else, and nothing more, so that it changes only with the
 * seed's address. Alloy keys its disk cache by this block: a change of it makes a restarted agent ask anew.
 */
export function renderBootstrap(ingest: IngestEndpoint, role: AgentRole): string {
  const node = 'sys.env("NODE_NAME")';
  return `${[
    block('logging', attributes({ level: quote('info'), format: quote('logfmt') })),
    block(
      'remotecfg',
      attributes({
        url: quote(ingest.url + ingestPaths.remoteConfigBase(role)),
        id: `${quote(`${role}/`)} + ${node}`,
        attributes: object({ role: quote(role), node }),
        poll_frequency: quote('10s'),
        follow_redirects: 'false',
      }),
      seedTls(),
    ),
  ].join('\n\n')}\n`;
}
