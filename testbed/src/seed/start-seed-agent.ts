import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderSeedAgent } from '@oriel/agent-config/seed-agent';
import { seedJobs } from '@oriel/domain/platform-tenant';
import { ingestFiles } from '@oriel/ingest/files';
import { type Reporting, reportParts } from '../cluster/report-parts.ts';
import { bound } from '../embedded/bound.ts';
import { homePaths } from '../embedded/home.ts';
import { ensureParts } from '../parts/ensure.ts';
import type { Ports } from '../ports.ts';
import { answers, type ProcessSpec, startProcess } from '../process/managed-process.ts';
import type { Stoppable } from './start-stores.ts';

export interface SeedAgentOptions extends Reporting {
  /** Absolute. The agent's folder is `<home>/seed/agent`. */
  readonly home: string;
  readonly ports: Pick<Ports, 'lokiHttp' | 'mimirHttp' | 'ingest' | 'seedAgent'>;
  readonly seed: string;
  readonly region: string;
  readonly start?: (spec: ProcessSpec) => Promise<Stoppable>;
}

/** The Alloy that watches the seed's stores and its ingest gateway, for administrators. Returns when it is ready. */
export async function startSeedAgent(options: SeedAgentOptions): Promise<Stoppable> {
  const { home, ports, seed, region, start = startProcess } = options;
  const { alloy = '' } = await ensureParts(['alloy'], reportParts(options));
  options.signal?.throwIfAborted();
  const { seedAgent, ingest, log } = homePaths(home);
  const ownAddress = `127.0.0.1:${ports.seedAgent}`;
  const config = join(seedAgent, 'config.alloy');
  await mkdir(seedAgent, { recursive: true });
  await writeFile(
    config,
    renderSeedAgent({
      seed,
      region,
      logsUrl: `http://127.0.0.1:${ports.lokiHttp}`,
      metricsUrl: `http://127.0.0.1:${ports.mimirHttp}`,
      ingestAddress: `127.0.0.1:${ports.ingest}`,
      ownAddress,
      logFiles: {
        [seedJobs.ingest]: join(ingest, ingestFiles.logs, '*.log'),
        [seedJobs.loki]: log('loki'),
        [seedJobs.mimir]: log('mimir'),
      },
    }),
  );
  const spec: ProcessSpec = {
    name: 'seed-agent',
    command: alloy,
    args: [
      'run',
      config,
      `--storage.path=${join(seedAgent, 'state')}`,
      `--server.http.listen-addr=${ownAddress}`,
      '--disable-reporting',
    ],
    env: { ...process.env, GOMAXPROCS: '1' },
    logFile: log('seed-agent'),
    ready: answers(`http://${ownAddress}/-/ready`),
    readyTimeoutMs: 60_000,
  };
  return start(bound(spec));
}
