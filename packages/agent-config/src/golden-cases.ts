import { fileURLToPath } from 'node:url';
import type { DesiredState } from '@oriel/domain/desired-state';
import { renderBootstrap, renderPipeline } from './render.ts';
import { renderSeedAgent, type SeedSurroundings } from './seed-agent.ts';

const ingest = { url: 'https://seed.example.com:3008', caPem: '' };

export const exampleCluster: DesiredState = {
  clusterId: '0b3c6e0a-5d2f-4a52-9f3e-0d6b6a2f7c11',
  clusterName: 'shop-eu-1',
  projectSlug: 'shop',
  region: 'eu-central',
  monitoring: true,
  logging: true,
  keepDebug: false,
  keepDebugUntil: null,
  scrapeIntervalSeconds: 60,
  agentMemoryMiB: { logs: 512, metrics: 1024 },
  ingest,
};

const exampleSeed: SeedSurroundings = {
  seed: 'eu-central',
  region: 'eu-central',
  logsUrl: 'http://127.0.0.1:3004',
  metricsUrl: 'http://127.0.0.1:3006',
  ingestAddress: '127.0.0.1:3008',
  ownAddress: '127.0.0.1:3010',
  logFiles: { 'oriel-ingest': '/var/log/oriel-ingest/*.log' },
};

/** Everything the renderer can come up with, beside the file that holds it. */
export function goldenFiles(): { name: string; file: string; text: string }[] {
  const off = { ...exampleCluster, monitoring: false, logging: false };
  const texts = {
    'logs.alloy': renderPipeline(exampleCluster, 'logs'),
    'logs-with-debug.alloy': renderPipeline({ ...exampleCluster, keepDebug: true }, 'logs'),
    'logs-keeping-debug.alloy': renderPipeline({ ...exampleCluster, keepDebugUntil: 1_767_225_600 }, 'logs'),
    'logs-off.alloy': renderPipeline(off, 'logs'),
    'metrics.alloy': renderPipeline(exampleCluster, 'metrics'),
    'metrics-off.alloy': renderPipeline(off, 'metrics'),
    'bootstrap-logs.alloy': renderBootstrap(ingest, 'logs'),
    'bootstrap-metrics.alloy': renderBootstrap(ingest, 'metrics'),
    'seed-agent.alloy': renderSeedAgent(exampleSeed),
  };
  return Object.entries(texts).map(([name, text]) => {
    return { name, file: fileURLToPath(new URL(`../golden/${name}`, import.meta.url)), text };
  });
}
